package org.jianzheng.testing.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.testing.procedure.Findings.conclude;
import static org.jianzheng.testing.procedure.Findings.entered;
import static org.jianzheng.testing.procedure.Findings.form;
import static org.jianzheng.testing.procedure.Findings.rows;
import static org.jianzheng.testing.procedure.Findings.subject;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.standards.evaluation.Verdict;
import org.junit.jupiter.api.Test;

/** Cement: two ages, two kinds of strength. */
class CementFindingTest {

    @Test
    void cementWaitsForTwentyEightDays() {
        TestFinding finding = conclude(TestFamily.of("cement"), "42.5", Map.of(), cement("1870", "27.2"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.PENDING);
        assertThat(finding.rows())
                .extracting(ResultView.RequirementRow::verdict)
                .containsExactly(Verdict.PASS, Verdict.PASS, Verdict.PENDING, Verdict.PENDING);
        assertThat(finding.rows())
                .extracting(ResultView.RequirementRow::requirement)
                .containsExactly("≥4.0 MPa", "≥17.0 MPa", "≥6.5 MPa", "≥42.5 MPa");
    }

    @Test
    void cementPassesWithBothAges() {
        TestSubject subject = subject(TestFamily.of("cement"), "42.5", Map.of());
        Map<String, RecordForm> records = new LinkedHashMap<>();
        records.put("3d", entered(TestFamily.of("cement"), subject, cement("1870", "27.2")));
        records.put("28d", entered(TestFamily.of("cement"), subject, cement("2950", "76.5")));

        TestFinding finding = conclude(TestFamily.of("cement"), subject, records);

        assertThat(finding.conclusion()).isEqualTo(Verdict.PASS);
        assertThat(finding.text()).contains("GB 175-2023").contains("42.5");
        assertThat(finding.specimens()).hasSize(18);
        assertThat(finding.evaluations())
                .extracting(ResultView.EvaluationLine::method)
                .containsExactly(
                        "cement-flexural",
                        "cement-compressive",
                        "cement-flexural",
                        "cement-compressive",
                        "cement-class");
    }

    @Test
    void cementThatScattersIsVoid() {
        Map<String, Object> form = cement("1870", "27.2");
        form.put("compressive", rows("loadKn", "60.0", "80.0", "80.0", "80.0", "80.0", "100.0"));

        TestFinding finding = conclude(TestFamily.of("cement"), "42.5", Map.of(), form);

        assertThat(finding.conclusion()).isEqualTo(Verdict.INVALID);
        assertThat(finding.text()).contains("作废");
    }

    private static Map<String, Object> cement(String newtons, String kilonewtons) {
        return form(
                "edition", "GB175-2023",
                "strengthClass", "42.5",
                "singles", "ROUNDED",
                "flexural", rows("loadN", newtons, newtons, newtons),
                "compressive",
                        rows(
                                "loadKn",
                                Stream.generate(() -> kilonewtons).limit(6).toArray(String[]::new)));
    }
}
