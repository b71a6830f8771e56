package org.jianzheng.testing.recording;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.YieldReading;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.marking.MarkedYield;
import org.jianzheng.acquisition.marking.YieldMarks;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.testing.correction.CorrectionState;
import org.jianzheng.testing.correction.CorrectionSubject;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.procedure.RecordForm;
import org.springframework.stereotype.Component;

/** What a record says of yield that was corrected on its curve, and that it says what counts now (6.2.4). */
@Component
public class CorrectedYields {

    private final YieldMarks yields;
    private final Corrections corrections;

    CorrectedYields(YieldMarks yields, Corrections corrections) {
        this.yields = yields;
        this.corrections = corrections;
    }

    MarkedYield of(RunView run, Curve curve) {
        return yields.of(run, curve);
    }

    /** Both stay in the record: what the curve says by itself, and what counts instead. */
    Map<String, Object> named(RunView run, Curve curve) {
        Map<String, Object> named = new LinkedHashMap<>();
        if (curve == null || !YieldMarks.concerns(run)) {
            return named;
        }
        MarkedYield yield = of(run, curve);
        named.put(
                "yieldByRule",
                yield.byRule()
                        .map(YieldReading::lower)
                        .map(CorrectedYields::said)
                        .orElse(""));
        if (yield.manual() != null) {
            named.put("yieldCorrected", said(yield.manual().lower()));
            named.put("yieldCorrection", yield.correctionId());
            CorrectionView correction = corrections.find(yield.correctionId());
            named.put("yieldProposer", correction.proposer().name());
            named.put("yieldApprover", correction.approver().name());
        }
        return named;
    }

    private static String said(CurvePoint point) {
        return point.kilonewtons().toPlainString();
    }

    /** @throws RuleBroken while somebody has yet to agree to another yield */
    void requireNoneOpen(String caseId) {
        corrections.ofCase(caseId).stream()
                .filter(each -> each.subject().kind() == CorrectionSubject.Kind.CURVE)
                .filter(each -> each.state() == CorrectionState.PROPOSED)
                .findFirst()
                .ifPresent(open -> {
                    throw new RuleBroken("testing.yield.open", open.title());
                });
    }

    /**
     * Before it is reviewed and signed.
     *
     * @throws RuleBroken while somebody has yet to agree to another yield, or where one was agreed to after it was recorded
     */
    public void requireCurrent(String caseId, Collection<RawRecord> current) {
        requireNoneOpen(caseId);
        Map<String, String> corrected = yields.corrected(caseId);
        if (corrected.isEmpty()) {
            return;
        }
        for (RawRecord record : current) {
            for (RecordForm run : record.entered().rows("runs")) {
                String correction = corrected.get(run.text("runId", 36));
                if (correction != null && !correction.equals(run.text("yieldCorrection", 36))) {
                    throw new RuleBroken("testing.yield.recordedBefore", run.text("no", 60));
                }
            }
        }
    }
}
