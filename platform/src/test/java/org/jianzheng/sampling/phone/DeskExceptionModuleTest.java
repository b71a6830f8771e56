package org.jianzheng.sampling.phone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.site.DeskExceptions;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.SitePhone;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** From the day that phones are required a desk is for cases that the station names. */
@PlatformTest
@TestPropertySource(properties = "jianzheng.sampling.phone.required-from=2020-01-01T00:00:00Z")
class DeskExceptionModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    DeskExceptions exceptions;

    @Test
    @Clause("7.1.2")
    void theDeskIsRefusedUntilTheStationNamesTheCase() {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        refused("sampling.desk.phoneOnly", () -> driver.take(caseId));
        refused("sampling.desk.station", () -> As.person("sampler", () -> exceptions.grant(caseId, "手机坏了")));
        As.person("supervisor", () -> exceptions.grant(caseId, "涉密工程，现场不得使用手机"));
        driver.take(caseId);
        driver.witness(caseId);
        assertThat(sampling.sample(caseId).state()).isEqualTo("WITNESSED");
    }

    @Test
    void aPhoneNeedsNoException() {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        SitePhone phone = SitePhone.confirmed(platform, "sampler");
        List<String> marks = sampling.sample(caseId).specimens().stream()
                .map(SampleView.SpecimenView::mark)
                .toList();
        Map<String, Object> form = Map.of(
                "decision",
                "TAKE",
                "madeAt",
                java.time.Instant.now().toString(),
                "marks",
                String.join("\n", marks),
                "sealNo",
                "FZ-1");
        assertThat(phone.send(phone.record(driver.task(caseId), form, List.of()))
                        .outcome())
                .isEqualTo("ACCEPTED");
        refused("sampling.desk.phoneOnly", () -> driver.witness(caseId));
    }

    private static void refused(String code, Runnable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work::run).satisfies(rule -> assertThat(rule.code())
                .isEqualTo(code));
    }
}
