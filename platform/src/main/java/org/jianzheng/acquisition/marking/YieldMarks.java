package org.jianzheng.acquisition.marking;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.analysis.YieldReader;
import org.jianzheng.acquisition.analysis.YieldReading;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ReadOnce;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.registry.MeasuringSpan;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Yield on sealed curves: read off them, and picked on them by somebody whom a second person agreed to. Who may do that is
 * the caller's to decide.
 */
@Component
@Transactional
public class YieldMarks {

    /** The only method that a bar's yield is read for. */
    public static final String METHOD = "rebar-tensile";

    private final YieldMarkStore store;
    private final Acquisition acquisition;
    private final YieldReader reader;
    private final Registry registry;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;
    private final ReadOnce<String, List<YieldMark>> ofCase;

    YieldMarks(
            YieldMarkStore store,
            Acquisition acquisition,
            YieldReader reader,
            Registry registry,
            OfficialRows official,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.acquisition = acquisition;
        this.reader = reader;
        this.registry = registry;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
        this.ofCase = new ReadOnce<>(this::read);
    }

    /** Whether yield is read off such a run at all. */
    public static boolean concerns(RunView run) {
        return run.sealed() != null && run.piece().method().equals(METHOD);
    }

    /** Yield of a sealed run that the acting person may see. */
    @Transactional(readOnly = true)
    public MarkedYield of(RunView run) {
        return of(run, acquisition.curve(run.id()));
    }

    /** @param curve of the run, proven */
    @Transactional(readOnly = true)
    public MarkedYield of(RunView run, Curve curve) {
        return marked(run, curve, inForce(run));
    }

    /**
     * The same as a record had it, whatever was corrected since.
     *
     * @param correctionId that the record names; null for none
     */
    @Transactional(readOnly = true)
    public MarkedYield as(RunView run, Curve curve, String correctionId) {
        return marked(
                run,
                curve,
                approved(run)
                        .filter(mark -> mark.correctionId().equals(correctionId))
                        .findFirst());
    }

    private MarkedYield marked(RunView run, Curve curve, Optional<YieldMark> mark) {
        YieldReading automatic = resolutionKn(run)
                .map(resolution -> reader.read(curve, resolution, floorKn(run)))
                .orElse(null);
        return mark.map(picked -> new MarkedYield(automatic, picked.pick(), picked.correctionId()))
                .orElseGet(() -> new MarkedYield(automatic, null, null));
    }

    // Which the machine's entry in the registry says and nobody assumes: a drop counts by it (6.2.4).
    private Optional<BigDecimal> resolutionKn(RunView run) {
        return Optional.ofNullable(registry.machine(run.source().equipment()).span())
                .flatMap(MeasuringSpan::resolutionKn);
    }

    private static BigDecimal floorKn(RunView run) {
        return run.yieldFromKn() == null ? null : YieldReader.floorKn(run.yieldFromKn());
    }

    private Optional<YieldMark> inForce(RunView run) {
        return approved(run).reduce((earlier, later) -> later);
    }

    private Stream<YieldMark> approved(RunView run) {
        return ofCase.of(run.caseId()).stream()
                .filter(mark -> mark.isApproved() && mark.runId().equals(run.id()));
    }

    /** Runs of the case whose yield was corrected, with the correction that counts. */
    @Transactional(readOnly = true)
    public Map<String, String> corrected(String caseId) {
        Map<String, String> corrected = new HashMap<>();
        ofCase.of(caseId).stream()
                .filter(YieldMark::isApproved)
                .forEach(mark -> corrected.put(mark.runId(), mark.correctionId()));
        return corrected;
    }

    // A row that was put in or changed past the platform picks nothing.
    private List<YieldMark> read(String caseId) {
        List<YieldMark> marks = store.findByCaseIdOrderByMarkedAt(caseId);
        if (!marks.isEmpty()) {
            official.requireIntact("acquisition_yield_mark", Map.of("case_id", caseId));
        }
        return marks;
    }

    /** The acting person proposes to read yield there; nothing counts otherwise until it is approved. */
    public void propose(RunView run, String correctionId, YieldPick pick) {
        save(
                run,
                YieldMark.proposed(run, correctionId, pick, identity.acting(), CityTime.now(clock)),
                "run.yieldProposed");
    }

    /** The acting person agrees to what that correction proposed: it counts from now on. */
    public void approve(RunView run, String correctionId) {
        YieldMark proposed = store.findByCorrectionIdOrderByMarkedAt(correctionId).stream()
                .findFirst()
                .orElseThrow();
        save(run, proposed.approved(identity.acting(), CityTime.now(clock)), "run.yieldCorrected");
    }

    /** What that correction proposes. */
    @Transactional(readOnly = true)
    public Optional<YieldPick> proposed(String correctionId) {
        return store.findByCorrectionIdOrderByMarkedAt(correctionId).stream()
                .findFirst()
                .map(YieldMark::pick);
    }

    private void save(RunView run, YieldMark mark, String action) {
        store.save(mark);
        ofCase.forget();
        Map<String, Object> content = new HashMap<>();
        content.put("correction", mark.correctionId());
        content.put("sha256", run.sealed().sha256());
        content.put("lower", said(mark.pick().lower()));
        content.put("upper", mark.pick().upper() == null ? "" : said(mark.pick().upper()));
        ledger.append(new Ledger.Fact(null, action, mark.ledgerSubject(), run.caseId(), null, content));
    }

    private static String said(CurvePoint point) {
        return "%d: %d ms, %s kN"
                .formatted(
                        point.index() + 1, point.millis(), point.kilonewtons().toPlainString());
    }
}
