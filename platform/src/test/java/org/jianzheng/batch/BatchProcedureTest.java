package org.jianzheng.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GB/T 50107-2010 and GB 50203-2011: the number of groups decides how a batch is judged. */
class BatchProcedureTest {

    private static final Map<String, String> SIGMA = Map.of(
            "sigma0", "2.10",
            "sigmaFrom", "2026-06-01",
            "sigmaUntil", "2026-08-20",
            "sigmaGroups", "52",
            "sigmaSource", "搅拌站质量统计台账 2026-08");

    @ParameterizedTest
    @CsvSource({
        "1, NON_STATISTICAL",
        "9, NON_STATISTICAL",
        "10, UNKNOWN_SIGMA",
        "14, UNKNOWN_SIGMA",
        "20, UNKNOWN_SIGMA"
    })
    void theNumberOfGroupsChoosesTheProcedure(int groups, String procedure) {
        Evaluation evaluation = evaluate(Groups.C30, groups, Map.of(), Set.of());

        assertThat(evaluation.decisions()).containsEntry("procedure", procedure);
        assertThat(evaluation.verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aKnownSigmaIsForThreeThatFollowOneAnotherAndSaysWhereItComesFrom() {
        assertThat(evaluate(Groups.C30, 3, SIGMA, Set.of()).outcome())
                .containsEntry("sigma0Used", "2.50")
                .containsEntry("verdict", "PASS");
        // The same three are not enough without it: 1.15 times the grade is asked for then.
        assertThat(evaluate(Groups.C30, 3, Map.of(), Set.of()).verdict()).isEqualTo(Verdict.PASS);
        refused("batch.sigma.three", 4, SIGMA, Set.of());
        refused("batch.sigma.three", 10, SIGMA, Set.of());
        refused("batch.sigma.consecutive", 4, SIGMA, Set.of("R-02"));
        refused("batch.sigma.groups", 3, but("sigmaGroups", "44"), Set.of());
        refused("batch.sigma.period", 3, but("sigmaFrom", "2026-08-01"), Set.of());
        refused("batch.sigma.period", 3, but("sigmaFrom", "2026-01-01"), Set.of());
        refused("batch.sigma.earlier", 3, but("sigmaUntil", "2026-09-02", "sigmaFrom", "2026-07-01"), Set.of());
        refused("kernel.form.empty", 3, but("sigmaSource", " "), Set.of());
        refused("kernel.form.empty", 3, but("sigmaGroups", ""), Set.of());
    }

    @Test
    void mortarIsJudgedByItsOwnStandardAndKnowsNoSigma() {
        Evaluation two = evaluate(Groups.M10, 2, Map.of(), Set.of());
        assertThat(two.method()).isEqualTo("mortar-batch");
        assertThat(two.limits()).containsOnlyKeys("minMpa");
        assertThat(evaluate(Groups.M10, 3, Map.of(), Set.of()).limits()).containsKeys("meanMpa", "minMpa");
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> evaluate(Groups.M10, 3, SIGMA, Set.of()))
                .withMessage("batch.sigma.three");
    }

    @Test
    void nothingIsEvaluatedOfNothing() {
        refused("batch.empty", 1, Map.of(), Set.of("R-01"));
    }

    private static void refused(String code, int groups, Map<String, String> form, Set<String> leftOut) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> evaluate(Groups.C30, groups, form, leftOut))
                .withMessage(code);
    }

    private static Evaluation evaluate(
            BatchCriteria criteria, int groups, Map<String, String> form, Set<String> leftOut) {
        List<CubeGroup> all = IntStream.rangeClosed(1, groups)
                .mapToObj(no -> Groups.of(criteria, no, "3" + (4 + no % 3) + ".8", "3号楼", null))
                .toList();
        var choice = BatchChoice.of(criteria.key(), new FormValues(form), leftOut);
        var selection = BatchSelection.of(criteria, all, choice);
        Optional<KnownSigma> sigma = choice.sigma();
        return new Standards().evaluate(criteria.kind().method(), BatchProcedure.inputs(selection, sigma));
    }

    private static Map<String, String> but(String... otherwise) {
        var form = new HashMap<>(SIGMA);
        for (int i = 0; i < otherwise.length; i += 2) {
            form.put(otherwise[i], otherwise[i + 1]);
        }
        return form;
    }
}
