package org.jianzheng.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case that runs on under an earlier diagram drafts at once: the correction is asked for all the same, and stops the rest. */
@PlatformTest
class CorrectedDraftModuleTest {

    @Autowired
    private Reporting reporting;

    @Autowired
    private Processes processes;

    @Autowired
    private JdbcTemplate sql;

    private final TestedCase cases;

    CorrectedDraftModuleTest(@Autowired AutowireCapableBeanFactory beans) {
        cases = TestedCase.of(beans);
    }

    @Test
    void reviewWaitsUntilTheCorrectionIsAgreedTo() {
        String caseId = cases.concrete("550.0", "552.0", "548.0");
        String first = cases.as("tester", () -> reporting.draft(caseId));
        cases.as("reviewer", () -> reporting.review(first, Map.of("decision", "RETURN", "reason", "荷载与设备记录不符")));
        cases.record(caseId, DemoTest.concrete("787.5", "801.2", "812.6"));
        String draft = cases.as("tester", () -> reporting.draft(caseId));

        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> cases.as("reviewer", () -> reporting.review(draft, TestedCase.PASS)))
                .withMessage("testing.correction.unsettled");
        OpenTask task = processes.openTasks(List.of(caseId)).get(0);
        assertThat(task.key()).isEqualTo("approveCorrection");
        As.person(
                "technicalhead",
                () -> processes.complete(task.id(), Map.of("decision", "GRANT", "opinion", "已核对设备原始记录")));

        assertThat(cases.as("reviewer", () -> reporting.review(draft, TestedCase.PASS)))
                .isEqualTo("PASSED");
        assertThat(cases.signed(draft)).isNotBlank();
    }

    @Test
    void nothingIsSignedThatSomebodyChangedInTheDatabase() {
        String caseId = cases.concrete();
        String draft = cases.reviewed(caseId);

        sql.update("UPDATE testing_order SET machine = 'BJ01-WN-01' WHERE case_id = ?", caseId);
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> cases.signed(draft))
                .withMessage("records.row.changed");

        sql.update(
                "UPDATE testing_order SET machine = ? WHERE case_id = ?",
                DemoTest.CONCRETE.machines().get(0),
                caseId);
        assertThat(cases.signed(draft)).isNotBlank();
    }
}
