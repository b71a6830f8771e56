package org.jianzheng.nonconformity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.process.CommissionSteps;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.Verification;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The same steel ordered once more as a first test, until a report pleases: the report that pleases names the other. */
@PlatformTest
class SecondOpinionModuleTest {

    @Autowired
    private Commissions commissions;

    @Autowired
    private CommissionSteps sheets;

    @Autowired
    private Reporting reporting;

    private final CaseDriver driver;
    private final String batch = "LZ-" + UUID.randomUUID();
    // Another test's failing report of the same part would be named too.
    private final String part = UUID.randomUUID().toString();

    SecondOpinionModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void whatFailedBeforeIsNamedInReviewReportAndVerification() {
        String failed = report(DemoTest.weakRebar(), batch);
        String again = commissioned(DemoTest.REBAR, batch.toLowerCase(java.util.Locale.ROOT));
        assertThat(sheets.sheet(again).get("retest").toString()).contains("首次检测，不是复检", failed);

        String passed = finished(again, DemoTest.REBAR);
        var proven = reporting.proven(passed).orElseThrow();
        assertThat(proven.text()).containsEntry("failedBefore", failed).doesNotContainKey("originalReportNo");
        assertThat(proven.text().get("remarks")).contains("已有不合格报告 " + failed, "不是其复检");
        String url =
                As.person("signatory", () -> reporting.issued(passed)).issue().verifyUrl();
        Verification seen = reporting.verify(url.substring(url.lastIndexOf('/') + 1));
        assertThat(seen.facts().lines()).contains(new Verification.Fact("failedBefore", null, failed));
        assertThat(commissions.failedBefore(commissioned(DemoTest.REBAR, "another " + batch)))
                .isEmpty();
    }

    private String report(DemoTest test, String ofBatch) {
        return finished(commissioned(test, ofBatch), test);
    }

    private String commissioned(DemoTest test, String ofBatch) {
        return driver.commission(test, Map.of("batchNo", ofBatch, "part", "三层框架柱 " + part));
    }

    private String finished(String caseId, DemoTest test) {
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, test);
        test.records().forEach(form -> driver.record(caseId, form));
        driver.review(caseId);
        driver.sign(caseId);
        return As.person("supervisor", () -> reporting.ofCase(caseId))
                .orElseThrow()
                .reportNo();
    }
}
