package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.ResultView;
import org.junit.jupiter.api.Test;

/** A corrected limit tells which verdicts would be others; what was said stays said. */
class ReevaluationTest {

    private static final Map<String, Object> TENSILE = Map.of(
            "grade", "HRB400",
            "diameterMm", 20,
            "edition", "GB1499.2-2024",
            "yieldForceKn", "140.0",
            "maxForceKn", "180.0",
            "gaugeAfterFractureMm", "120",
            "gaugeAgtAfterMm", "112",
            "strengthInterval", "YB_T_081",
            "ratioFrom", "ROUNDED");

    private final Standards standards = new Standards();

    @Test
    void theSameLimitsGiveTheSameVerdicts() {
        Verdict verdict = standards.evaluate("rebar-tensile", TENSILE).verdict();

        assertThat(Reevaluation.changed(List.of(line(verdict)), standards::evaluate))
                .isEmpty();
    }

    @Test
    void aVerdictThatWouldBeAnotherOneIsNamedWithBoth() {
        assertThat(Reevaluation.changed(
                        List.of(line(Verdict.PASS), line(Verdict.RETEST)),
                        (method, inputs) -> new Evaluation(method, Map.of(), Verdict.PASS, Map.of(), Map.of())))
                .containsExactly(new Reevaluation.Changed("rebar-tensile", Verdict.RETEST, Verdict.PASS, null));
    }

    @Test
    void inputsThatAreNoEvaluationAnyMoreAreNotPassedOver() {
        var changed = Reevaluation.changed(List.of(line(Verdict.PASS)), (method, inputs) -> {
            throw new RuleBroken("standards.method.unknown", method, "");
        });

        assertThat(changed).hasSize(1);
        assertThat(changed.get(0).refused().code()).isEqualTo("standards.method.unknown");
    }

    private static ResultView.EvaluationLine line(Verdict verdict) {
        return new ResultView.EvaluationLine("rebar-tensile", TENSILE, Map.of(), verdict, Map.of(), Map.of());
    }
}
