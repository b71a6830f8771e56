package org.jianzheng.testing.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.testing.procedure.Findings.conclude;
import static org.jianzheng.testing.procedure.Findings.form;
import static org.jianzheng.testing.procedure.Findings.rows;

import java.util.List;
import java.util.Map;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.DemoTest;
import org.junit.jupiter.api.Test;

/** Concrete and mortar, on published loads. */
class CubeFindingTest {

    @Test
    void aConcreteGroupIsConcludedAgainstItsGrade() {
        TestFinding finding =
                conclude(TestFamily.of("concrete-cube"), "C30", Map.of(), DemoTest.concrete("787.5", "801.2", "812.6"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.PASS);
        assertThat(finding.text()).isEqualTo("所检混凝土试件抗压强度代表值为 35.6 MPa，达到设计强度等级 C30 的 119%，符合 C30 要求。");
        assertThat(finding.rows())
                .containsExactly(
                        new ResultView.RequirementRow("抗压强度代表值（MPa）", "C30（≥30 MPa）", "35.6（119%）", Verdict.PASS));
        assertThat(finding.specimens())
                .containsExactly(cube(1, "787.5", "35.0"), cube(2, "801.2", "35.6"), cube(3, "812.6", "36.1"));
        assertThat(finding.facts())
                .containsEntry("representativeMpa", "35.6")
                .containsEntry("percentOfGrade", "119")
                .containsEntry("sizeFactor", "1.00")
                .containsEntry("rule", "MEAN");
        assertThat(finding.evaluations()).singleElement().satisfies(line -> {
            assertThat(line.method()).isEqualTo("concrete-cube");
            assertThat(line.inputs()).containsEntry("loadsKn", List.of("787.5", "801.2", "812.6"));
            assertThat(line.decisions()).isNotEmpty();
            assertThat(line.limits()).isNotEmpty();
        });
    }

    @Test
    void aGroupThatScattersTooMuchIsVoidAndNotFailed() {
        TestFinding finding =
                conclude(TestFamily.of("concrete-cube"), "C30", Map.of(), DemoTest.concrete("675.0", "560.0", "800.0"));

        assertThat(finding.conclusion()).isEqualTo(Verdict.INVALID);
        assertThat(finding.text()).contains("15%").contains("试验结果无效");
        assertThat(finding.rows().get(0).measured()).isEqualTo("无效");
        assertThat(finding.facts()).doesNotContainKey("representativeMpa");
    }

    @Test
    void aMortarGroupBelowItsGradeFails() {
        TestFinding finding = conclude(
                TestFamily.of("mortar-cube"),
                "M10",
                Map.of(),
                form("k", "1.35", "curing", "STANDARD", "specimens", rows("loadKn", "36.0", "36.9", "35.2")));

        assertThat(finding.conclusion()).isEqualTo(Verdict.FAIL);
        assertThat(finding.text()).isEqualTo("所检砂浆试件抗压强度代表值为 9.7 MPa，为设计强度等级 M10 的 97%，未达到 M10 要求。");
    }

    private static SpecimenResult cube(int position, String load, String strength) {
        return SpecimenResult.of(
                "cube", "BJ01-YP-2026-00001-" + position, Map.of("loadKn", load, "strengthMpa", strength));
    }
}
