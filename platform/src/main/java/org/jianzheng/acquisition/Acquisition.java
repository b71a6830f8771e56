package org.jianzheng.acquisition;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jianzheng.acquisition.conformance.Trials;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveStore;
import org.jianzheng.acquisition.ingest.MachineAnswers;
import org.jianzheng.acquisition.opening.RunOpening;
import org.jianzheng.acquisition.proven.MeasuredRate;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.AwaitedPiece;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunAdmission;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunSight;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Presence;
import org.jianzheng.identity.Role;
import org.jianzheng.identity.WorkNumbers;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ReadOnce;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.warning.WarningView;
import org.jianzheng.warning.Warnings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Door of the module: runs of machines and their sealed curves. */
@Service
@Transactional
public class Acquisition {

    private static final int LONGEST_REASON = 500;

    private final RunStore runs;
    private final RunSight sight;
    private final CurveStore curves;
    private final RunAdmission admission;
    private final RunOpening opening;
    private final MachineAnswers answers;
    private final Trials trials;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Warnings warnings;
    private final Identity identity;
    private final Presence presence;
    private final WorkNumbers workNumbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ReadOnce<String, List<Run>> ofCase;

    Acquisition(
            RunStore runs,
            RunSight sight,
            CurveStore curves,
            RunAdmission admission,
            RunOpening opening,
            MachineAnswers answers,
            Trials trials,
            OfficialRows official,
            Ledger ledger,
            Warnings warnings,
            Identity identity,
            Presence presence,
            WorkNumbers workNumbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.sight = sight;
        this.curves = curves;
        this.admission = admission;
        this.opening = opening;
        this.answers = answers;
        this.trials = trials;
        this.official = official;
        this.ledger = ledger;
        this.warnings = warnings;
        this.identity = identity;
        this.presence = presence;
        this.workNumbers = workNumbers;
        this.events = events;
        this.clock = clock;
        this.ofCase = new ReadOnce<>(runs::ofCase);
    }

    /** Whether the acting person tests at all; which specimen, is asked at each. */
    public boolean mayOpen() {
        return identity.acting().has(Role.TESTER);
    }

    /** What a scanned mark stands on, for the acting person to test. */
    @Transactional(readOnly = true)
    public AwaitedPiece awaited(String mark) {
        return admission.awaited(mark, identity.acting());
    }

    /**
     * Opens a run as {@link #open} does, at a terminal that several people use.
     *
     * @param workNumber as it was typed or read off a card
     */
    public RunView openAtTerminal(String mark, String method, String equipment, String workNumber) {
        workNumbers.requireOwn(workNumber);
        return open(mark, method, equipment);
    }

    /**
     * Opens a run: the acting person, who typed their password just now, is its operator; the machine is told.
     *
     * @throws RuleBroken where the specimen may not be tested now, the machine is busy or cannot send, or the piece was
     *     tested
     */
    public RunView open(String mark, String method, String equipment) {
        presence.require("acquisition.run.presence");
        Person operator = workNumbers.named();
        Instant now = CityTime.now(clock);
        AdmittedPiece piece = opening.admit(new RunOpening.Asked(mark, method, equipment), operator, now);
        if (trials.isTried(equipment)) {
            throw RuleBroken.at("equipment", "acquisition.run.busy", equipment);
        }
        Map<String, Object> recorded = new HashMap<>();
        identity.presenceProvedAt().ifPresent(at -> recorded.put("presenceProvedAt", at.toString()));
        Run run = opening.open(UUID.randomUUID().toString(), piece, equipment, operator, null, recorded, now);
        ofCase.forget();
        answers.open(run);
        return run.view();
    }

    /** The operator, or an administrator of the laboratory, breaks a run off. */
    public void abort(String runId, String reason) {
        Run run = lock(runId);
        Person by = identity.acting();
        if (!run.isOperatedBy(by) && !isAdministrator(run, by)) {
            throw new RuleBroken("acquisition.run.otherOperator");
        }
        String why = FormValues.reason(reason, LONGEST_REASON);
        run.abort(why, by, CityTime.now(clock));
        record(run, "run.aborted", why, Map.of());
        events.publishEvent(new RunEvents.BrokenOff(runId, why, run.hasBegun()));
    }

    /** A second person allows the piece to be tested once more. */
    public void allowAnother(String runId, String reason) {
        Run run = lock(runId);
        Person by = identity.acting();
        if (!isAdministrator(run, by)) {
            throw new RuleBroken("acquisition.run.administrator");
        }
        String why = FormValues.reason(reason, LONGEST_REASON);
        run.allowAnother(why, by, CityTime.now(clock));
        record(run, "run.allowed", why, Map.of());
    }

    private static boolean isAdministrator(Run run, Person by) {
        return by.has(Role.LABADMIN)
                && by.lab().filter(run.parties().labCode()::equals).isPresent();
    }

    private Run lock(String runId) {
        visible(runId);
        return runs.lock(runId).orElseThrow(Acquisition::unknown);
    }

    @Transactional(readOnly = true)
    public RunView run(String runId) {
        return visible(runId).view();
    }

    private Run visible(String runId) {
        return runs.findById(runId).filter(run -> sight.sees(run.parties())).orElseThrow(Acquisition::unknown);
    }

    private static NotFound unknown() {
        return new NotFound("acquisition.run.unknown");
    }

    /**
     * The sealed curve, read from what is proven.
     *
     * @throws RuleBroken where the run is not sealed, or somebody changed its row or its points past the platform
     */
    @Transactional(readOnly = true)
    public Curve curve(String runId) {
        Run run = visible(runId);
        RunView view = run.view();
        if (view.sealed() == null) {
            throw new RuleBroken("acquisition.run.notSealed");
        }
        requireIntact(view.caseId());
        return curves.find(runId, view.sealed().sha256())
                .orElseThrow(() -> new RuleBroken("acquisition.curve.changed"));
    }

    /** How fast it was loaded, by its sealed curve; empty where the force never rose. */
    @Transactional(readOnly = true)
    public Optional<MeasuredRate> loadingRate(String runId, Curve sealed) {
        return MeasuredRate.of(visible(runId), sealed);
    }

    /** @throws RuleBroken where somebody changed a run of the case past the platform */
    @Transactional(readOnly = true)
    public void requireIntact(String caseId) {
        official.requireIntact("acquisition_run", Map.of("case_id", caseId));
    }

    /** Whether the acting person may break it off. */
    @Transactional(readOnly = true)
    public boolean mayAbort(String runId) {
        Run run = visible(runId);
        return run.state().isUnderWay()
                && (run.isOperatedBy(identity.acting()) || isAdministrator(run, identity.acting()));
    }

    /** Whether the acting person may allow the piece to be tested once more. */
    @Transactional(readOnly = true)
    public boolean mayAllow(String runId) {
        Run run = visible(runId);
        return run.bars() && isAdministrator(run, identity.acting()) && run.isForeignTo(identity.acting());
    }

    /** Runs of a case, in the order they were opened. */
    @Transactional(readOnly = true)
    public List<RunView> ofCase(String caseId) {
        return ofCase.of(caseId).stream()
                .filter(run -> sight.sees(run.parties()))
                .map(Run::view)
                .toList();
    }

    /** What is to be known of it, for whoever may see it. */
    @Transactional(readOnly = true)
    public List<WarningView> warningsOf(RunView run) {
        return warnings.ofCase(run.caseId()).stream()
                .filter(warning -> warning.subject().id().equals(run.id()))
                .toList();
    }

    private void record(Run run, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, run.ledgerSubject(), run.caseId(), reason, content));
    }
}
