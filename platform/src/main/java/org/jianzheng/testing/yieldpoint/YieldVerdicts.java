package org.jianzheng.testing.yieldpoint;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.TestSubject;
import org.jianzheng.testing.recording.JudgingBasis;
import org.springframework.stereotype.Component;

/** What a bar's forces alone come to under its standard, whatever its elongation will be: that is measured after the break. */
@Component
class YieldVerdicts {

    /** Of 100 mm: no bar fails by that. */
    private static final BigDecimal LONG_ENOUGH = new BigDecimal(150);

    private final Standards standards;

    YieldVerdicts(Standards standards) {
        this.standards = standards;
    }

    /** @param yield empty where the curve shows none: such a test comes to nothing */
    Verdict of(Optional<CurvePoint> yield, CurvePoint peak, TestSubject subject) {
        return yield.map(point -> of(point.kilonewtons(), peak.kilonewtons(), JudgingBasis.of(subject)))
                .orElse(Verdict.INVALID);
    }

    private Verdict of(BigDecimal yieldKn, BigDecimal peakKn, JudgingBasis basis) {
        Map<String, Object> inputs = new HashMap<>(basis.values());
        inputs.remove("bendType");
        inputs.put("diameterMm", Integer.valueOf(basis.values().get("diameterMm")));
        inputs.put("yieldForceKn", yieldKn);
        inputs.put("maxForceKn", peakKn);
        inputs.put("gaugeAgtAfterMm", LONG_ENOUGH);
        return standards.evaluate("rebar-tensile", inputs).verdict();
    }
}
