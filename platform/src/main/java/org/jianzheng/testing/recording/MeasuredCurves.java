package org.jianzheng.testing.recording;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.marking.MarkedYield;
import org.jianzheng.acquisition.proven.ProvenRun;
import org.jianzheng.acquisition.proven.ProvenRuns;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The runs of a case with what is read off their curves, for whoever records or judges the test. */
@Component
@Transactional(readOnly = true)
public class MeasuredCurves {

    private final Acquisition acquisition;
    private final ProvenRuns proven;
    private final CorrectedYields yields;
    private final TestSubjects subjects;

    MeasuredCurves(Acquisition acquisition, ProvenRuns proven, CorrectedYields yields, TestSubjects subjects) {
        this.acquisition = acquisition;
        this.proven = proven;
        this.yields = yields;
        this.subjects = subjects;
    }

    /**
     * One run.
     *
     * @param specimen number of the row of the record that it is read into
     * @param sealed null of a run that is under way or was broken off, and of one whose row or points were changed
     * @param yield null where the method reads none
     */
    public record MeasuredCurve(String specimen, RunView run, ProvenRun sealed, Yield yield) {

        /** Sealed once, and no longer what was sealed. */
        public boolean isChanged() {
            return run.sealed() != null && sealed == null;
        }
    }

    /**
     * Where a bar yields.
     *
     * @param lowerKn null where the curve shows none, or the machine's entry names no resolution
     * @param messageKey what people read beside it
     */
    public record Yield(BigDecimal lowerKn, String messageKey) {}

    /** Those that the acting person may see; none of a case that is not theirs. */
    public List<MeasuredCurve> of(String caseId) {
        List<RunView> runs = acquisition.ofCase(caseId);
        if (runs.isEmpty()) {
            return List.of();
        }
        TestSubject subject = subjects.of(caseId);
        return runs.stream().map(run -> measured(run, subject)).toList();
    }

    private MeasuredCurve measured(RunView run, TestSubject subject) {
        RunView.Piece piece = run.piece();
        String specimen = MachinePieces.row(piece.method(), piece.stage(), piece.position(), piece.number(), subject)
                .orElseGet(() -> subject.specimenNo(piece.position()));
        Optional<ProvenRun> sealed =
                Optional.ofNullable(run.sealed()).flatMap(seal -> proven.find(run.id(), seal.sha256()));
        return new MeasuredCurve(
                specimen,
                run,
                sealed.orElse(null),
                sealed.flatMap(this::yieldOf).orElse(null));
    }

    private Optional<Yield> yieldOf(ProvenRun sealed) {
        if (MachineReading.of(sealed.run().piece().method()).stream()
                .noneMatch(reading -> reading.figure() == MachineReading.Figure.LOWER_YIELD_KN)) {
            return Optional.empty();
        }
        MarkedYield found = yields.of(sealed.run(), sealed.curve());
        return Optional.of(new Yield(found.lower().map(CurvePoint::kilonewtons).orElse(null), found.messageKey()));
    }
}
