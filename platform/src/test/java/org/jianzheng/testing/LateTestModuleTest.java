package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SpecimensOfAnyAge;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Cubes of 28 d wait for their age; of what is broken too late, only whether it serves is the technical head's to say. */
@PlatformTest
class LateTestModuleTest {

    @Autowired
    Testing testing;

    @Autowired
    Processes processes;

    @Autowired
    SpecimensOfAnyAge demonstration;

    @Autowired
    MutableClock clock;

    CaseDriver driver;
    String caseId;

    @BeforeEach
    void drive(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void aRecordBeforeTheAgeIsRefused() {
        cubesMade(27);

        assertThatThrownBy(this::record).isInstanceOfSatisfying(RuleBroken.class, broken -> {
            assertThat(broken.code()).isEqualTo("testing.age.early");
            assertThat(broken.field()).hasValue("startedAt");
        });
        assertThat(driver.task(caseId).key()).isEqualTo("record");
        assertThat(testing.sheet(caseId).get("summary").toString()).contains("28 d 龄期");
    }

    @Test
    void aRecordAtTheAgeIsJudged() {
        cubesMade(28);
        record();

        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.PASS);
    }

    @Test
    void theLateRecordIsKeptAndTheReasonIsPrinted() {
        cubesMade(30);
        record();

        ResultView late = testing.result(caseId);
        assertThat(late.finding().conclusion()).isEqualTo(Verdict.REFER);
        assertThat(late.finding().text()).contains("28 d 龄期", "已超过", "按所测结果为“合格”");
        assertThat(late.records()).hasSize(1);

        decide(Map.of("conclusion", "PASS", "reason", "停电两日，试件在标准养护室内"));
        ResultView decided = testing.result(caseId);
        assertThat(decided.finding().conclusion()).isEqualTo(Verdict.PASS);
        assertThat(decided.finding().text()).contains("停电两日");
        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
    }

    @Test
    void theStrengthIsNotTheTechnicalHeadsToJudge() {
        cubesMade(30);
        record();

        assertThatThrownBy(() -> decide(Map.of("conclusion", "FAIL", "reason", "看着不像")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.decide.otherChoice"));
        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.REFER);

        decide(Map.of("conclusion", "INVALID", "reason", "试件离开养护室两日，不采用"));
        assertThat(testing.result(caseId).finding().conclusion()).isEqualTo(Verdict.INVALID);
    }

    private void cubesMade(int daysAgo) {
        try (var then = clock.advance(Duration.ofDays(-daysAgo))) {
            caseId = driver.toTest(DemoTest.CONCRETE);
        }
        demonstration.mustWait(caseId);
        driver.assign(caseId, DemoTest.CONCRETE);
    }

    private void record() {
        driver.record(caseId, DemoTest.CONCRETE.records().get(0));
    }

    private void decide(Map<String, Object> form) {
        As.person("technicalhead", () -> processes.complete(driver.task(caseId).id(), form));
        driver.goOn(caseId);
    }
}
