package org.jianzheng.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jianzheng.records.nightly.NightlyCheck;
import org.jianzheng.reporting.SignedReport;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody has to ask for a report whose row was changed: the night finds it. */
@Clause({"4.1.7", "5.4.4"})
class ReportCheckModuleTest extends SignedReport {

    @Autowired
    ReportCheck check;

    @Test
    void namesAReportWhoseRowNoLongerSaysWhatIsProven() throws Exception {
        assertThat(found()).isEmpty();

        rewritten("conclusion", "FAIL", () -> assertThat(found())
                .containsExactly(new NightlyCheck.Mismatch("report:" + number, number, "REPORT_CHANGED")));
        rewritten("status", "RECALLED", () -> assertThat(found())
                .containsExactly(new NightlyCheck.Mismatch("report:" + number, number, "REPORT_STANDING")));

        assertThat(found()).isEmpty();
    }

    @Test
    void goesThroughAllOfThemPageByPage() {
        int counted = 0;
        String after = null;
        NightlyCheck.Page page;
        do {
            page = check.read(after, 2);
            after = page.last();
            counted += page.counted();
        } while (!page.ended());

        assertThat(counted).isEqualTo(sql.queryForObject("SELECT COUNT(*) FROM reporting_issue", Integer.class));
    }

    private List<NightlyCheck.Mismatch> found() {
        String before = sql.queryForObject(
                "SELECT MAX(report_no) FROM reporting_issue WHERE report_no < ?", String.class, number);
        return check.read(before, 1).mismatches();
    }
}
