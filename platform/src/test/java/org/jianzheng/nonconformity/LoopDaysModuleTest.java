package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The days that are typed into the forms of a loop. */
@PlatformTest
class LoopDaysModuleTest {

    @Test
    void nothingIsPlannedForThePastNorDoneBeforeItsPlanNorTomorrow(@Autowired ApplicationContext platform) {
        LocalDate today = LocalDate.now(CityTime.ZONE);
        var loop = new LoopDriver(platform, DemoTest.CONCRETE.measuring(DemoTest.concrete("550.0", "552.0", "548.0")));
        loop.confirmed();
        Map<String, Object> plan = new HashMap<>(loop.plan("REWORK"));
        plan.put("plannedUntil", today.minusDays(1).toString());
        refused("nonconformity.plan.day", () -> loop.submit("sampler", "planTreatment", plan));
        loop.approved("REWORK");
        for (int day : new int[] {-1, 1}) {
            refused(
                    day < 0 ? "nonconformity.completion.before" : "nonconformity.completion.day",
                    () -> loop.submit(
                            "sampler",
                            "reportCompletion",
                            Map.of(
                                    "completion",
                                    "已办理完毕",
                                    "finishedOn",
                                    today.plusDays(day).toString())));
        }
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).withMessage(code);
    }
}
