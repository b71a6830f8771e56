package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jianzheng.reporting.changes.ChangedReports;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Reevaluation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Signed reports that a corrected limit would judge otherwise are named, and none is touched. */
@PlatformTest
class ChangedReportsModuleTest {

    @Autowired
    ChangedReports changes;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MockMvc pages;

    TestedCase cases;

    @BeforeEach
    void cases(@Autowired AutowireCapableBeanFactory beans) {
        cases = TestedCase.of(beans);
    }

    @Test
    void aReportWhoseVerdictWouldDifferIsNamedAndStaysAsItIs() throws Exception {
        String unchanged = cases.issued(cases.concrete());
        String caseId = cases.concrete();
        String number = cases.issued(caseId);
        judgedByAnEarlierVersion(caseId);
        List<?> before = row(number);

        var part = changes.after(unchanged, 200);
        assertThat(part.changed())
                .filteredOn(one -> one.report().reportNo().equals(number))
                .singleElement()
                .satisfies(one -> assertThat(one.verdicts())
                        .containsExactly(new Reevaluation.Changed("concrete-cube", Verdict.FAIL, Verdict.PASS, null)));
        assertThat(part.changed()).extracting(one -> one.report().reportNo()).doesNotContain(unchanged);
        pages.perform(get("/methods/changes/next").param("after", unchanged).with(As.signedIn("stationadmin")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(number)));
        assertThat(row(number)).isEqualTo(before);
    }

    @Test
    void thePageIsTheStations() throws Exception {
        pages.perform(get("/methods/changes").with(As.signedIn("supervisor"))).andExpect(status().isOk());
        pages.perform(get("/methods/changes").with(As.signedIn("signatory"))).andExpect(status().isNotFound());
        pages.perform(get("/methods/changes/next").with(As.signedIn("labadmin")))
                .andExpect(status().isNotFound());
    }

    @Test
    void theyAreGoneThroughInParts() {
        String number = cases.issued(cases.concrete());
        var first = changes.after("", 1);

        assertThat(first.read()).isEqualTo(1);
        assertThat(first.ended()).isFalse();
        assertThat(first.last()).isLessThanOrEqualTo(number);
        assertThat(changes.after("ZZ", 1).ended()).isTrue();
    }

    // As if the limit had been another one when it was judged.
    private void judgedByAnEarlierVersion(String caseId) {
        sql.update(
                """
                INSERT INTO testing_result (id, case_id, number_in_case, pass, conclusion, content, software_version,
                    concluded_at, method_sha256)
                SELECT UUID(), case_id, number_in_case + 1, pass, conclusion,
                    REPLACE(content, '"verdict":"PASS"', '"verdict":"FAIL"'), 'earlier', concluded_at, method_sha256
                FROM testing_result WHERE case_id = ?""",
                caseId);
    }

    private List<?> row(String number) {
        return sql.queryForList("SELECT * FROM reporting_report WHERE report_no = ?", number);
    }
}
