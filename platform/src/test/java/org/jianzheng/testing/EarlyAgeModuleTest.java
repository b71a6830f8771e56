package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.procedure.ResultView;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Concrete that is ordered to be broken at seven days has a strength and no verdict. */
@PlatformTest
class EarlyAgeModuleTest {

    @Autowired
    Testing testing;

    @Autowired
    Reporting reporting;

    @Test
    void strengthAndPercentAreToldAndNotJudged(@Autowired ApplicationContext platform) {
        CaseDriver driver = new CaseDriver(platform);
        // Far below C30: at 28 d it would have failed.
        DemoTest weak = DemoTest.CONCRETE.measuring(DemoTest.concrete("450.0", "452.0", "455.0"));
        String caseId = driver.commission(weak, Map.of("ageDays", "7"));
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, weak);
        Map<String, Object> record =
                new java.util.LinkedHashMap<>(weak.records().get(0));
        record.put("confirmation", "7 d 早龄期，读数属实");
        driver.record(caseId, record);

        ResultView result = testing.result(caseId);
        assertThat(result.finding().conclusion()).isEqualTo(Verdict.UNJUDGED);
        assertThat(result.finding().text()).contains("7 d", "20.1 MPa", "67%", "不作合格判定");
        assertThat(result.finding().rows()).singleElement().satisfies(row -> {
            assertThat(row.verdict()).isNull();
            assertThat(row.requirement()).isEqualTo("—");
        });
        driver.review(caseId);
        driver.sign(caseId);
        assertThat(reporting.ofCase(caseId)).map(ReportView::conclusion).hasValue(Verdict.UNJUDGED);
    }
}
