package org.jianzheng.acquisition.proven;

import java.util.Map;
import java.util.Optional;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveStore;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.records.ReadOnce;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sealed runs by their hash, for records and reports that name it. Whoever asks has checked who may know of them. */
@Component
@Transactional(readOnly = true)
public class ProvenRuns {

    private final RunStore runs;
    private final CurveStore curves;
    private final ReadOnce<String, Boolean> intact;

    ProvenRuns(RunStore runs, CurveStore curves, OfficialRows official) {
        this.runs = runs;
        this.curves = curves;
        this.intact = new ReadOnce<>(caseId -> official.areIntact("acquisition_run", Map.of("case_id", caseId)));
    }

    /**
     * The run and its curve.
     *
     * @param sha256 over its points, as whoever names the run was told
     * @return empty where there is none with that hash, or somebody changed its row or its points
     */
    public Optional<ProvenRun> find(String runId, String sha256) {
        return runs.findById(runId)
                .filter(run -> run.view().sealed() != null
                        && run.view().sealed().sha256().equals(sha256))
                .filter(run -> intact.of(run.caseId()))
                .flatMap(run -> curves.find(runId, sha256).map(curve -> proven(run, curve)));
    }

    private static ProvenRun proven(Run run, Curve curve) {
        return new ProvenRun(
                run.view(),
                curve,
                MeasuredRate.of(run, curve).map(MeasuredRate::text).orElse(null));
    }
}
