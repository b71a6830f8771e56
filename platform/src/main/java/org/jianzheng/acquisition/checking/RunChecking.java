package org.jianzheng.acquisition.checking;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jianzheng.acquisition.check.CheckFinding;
import org.jianzheng.acquisition.check.CheckedRun;
import org.jianzheng.acquisition.check.LoadingBand;
import org.jianzheng.acquisition.check.LoadingBands;
import org.jianzheng.acquisition.check.RoughnessHistory;
import org.jianzheng.acquisition.check.SmartChecks;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveStore;
import org.jianzheng.acquisition.likeness.CurveFeatures;
import org.jianzheng.acquisition.likeness.Likeness;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.records.ChineseText;
import org.jianzheng.registry.MeasuringSpan;
import org.jianzheng.registry.Registry;
import org.jianzheng.warning.NewWarning;
import org.jianzheng.warning.Warnings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks each sealed run and raises a warning for what its rules find (4.1.10). In a transaction of its own after the
 * sealing, and beside what goes on arriving: a check that fails or takes its time never holds up a curve; a run that was not
 * checked is found and checked later.
 */
@Component
class RunChecking implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(RunChecking.class);

    private static final Duration LOOKED_BACK = Duration.ofDays(7);
    private static final Duration LONGEST_RUN = Duration.ofHours(12);
    private static final int HISTORY = 50;
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_WAITING = 500;

    private final RunStore runs;
    private final CurveStore curves;
    private final TraitStore traits;
    private final EarlierCurves earlier;
    private final SmartChecks checks;
    private final Registry registry;
    private final Warnings warnings;
    private final ChineseText texts;
    private final Identity identity;
    private final TransactionTemplate alone;
    private final Clock clock;
    // What is too much for it, the sweep finds.
    private final ThreadPoolExecutor checker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_WAITING),
            RunChecking::thread,
            new ThreadPoolExecutor.DiscardPolicy());

    RunChecking(
            RunStore runs,
            CurveStore curves,
            TraitStore traits,
            EarlierCurves earlier,
            SmartChecks checks,
            Registry registry,
            Warnings warnings,
            ChineseText texts,
            Identity identity,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.curves = curves;
        this.traits = traits;
        this.earlier = earlier;
        this.checks = checks;
        this.registry = registry;
        this.warnings = warnings;
        this.texts = texts;
        this.identity = identity;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "run-checking");
        thread.setDaemon(true);
        return thread;
    }

    @TransactionalEventListener
    void on(RunEvents.Sealed sealed) {
        checker.execute(() -> tryToCheck(sealed.runId()));
    }

    /** Those of which a node stopped in between, and those that were too many at once. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 30_000)
    void run() {
        Instant after = clock.instant().minus(LOOKED_BACK);
        List<TraitStore.Unchecked> waiting = traits.unchecked(after, MOST_AT_ONCE);
        while (!waiting.isEmpty()) {
            waiting.forEach(run -> tryToCheck(run.runId()));
            waiting = traits.unchecked(waiting.get(waiting.size() - 1).openedAt(), MOST_AT_ONCE);
        }
    }

    private void tryToCheck(String runId) {
        try {
            identity.as(Person.SYSTEM, () -> {
                alone.executeWithoutResult(status -> check(runId));
                return null;
            });
        } catch (RuntimeException e) {
            log.error("Run {} could not be checked; it is tried again", runId, e);
        }
    }

    private void check(String runId) {
        // Locked: two nodes may have found it.
        Run run = runs.lock(runId).orElseThrow();
        RunView view = run.view();
        if (traits.holds(runId)) {
            return;
        }
        Curve curve = curves.find(runId, view.sealed().sha256()).orElseThrow();
        Optional<Likeness> likeness = earlier.like(view, curve);
        CheckedRun checked = checked(run, view, curve, likeness);
        checks.check(checked).forEach(finding -> raise(view, finding));
        BigDecimal until = run.expected().bandUntilKn() == null
                ? view.sealed().peakKn()
                : run.expected().bandUntilKn();
        traits.add(view, RoughnessHistory.of(curve, until).orElse(null), CurveFeatures.of(curve));
    }

    private CheckedRun checked(Run run, RunView view, Curve curve, Optional<Likeness> likeness) {
        AdmittedPiece.Expected expected = run.expected();
        String method = view.piece().method();
        LoadingBand band = LoadingBands.of(method, expected.nominalMpa()).orElse(null);
        String equipment = view.source().equipment();
        Optional<MeasuringSpan> machine =
                Optional.ofNullable(registry.machine(equipment).span());
        Instant after = view.times().opened().minus(LONGEST_RUN);
        return new CheckedRun(
                span(view),
                method,
                curve,
                new CheckedRun.Expected(expected.areaMm2(), expected.nominalMpa(), band, expected.bandUntilKn(), null),
                new CheckedRun.Machine(
                        machine.flatMap(MeasuringSpan::kilonewtons).orElse(null),
                        machine.flatMap(MeasuringSpan::resolutionKn).orElse(null),
                        RoughnessHistory.of(traits.roughnesses(equipment, method, HISTORY))),
                view.sealed().reportedPeakKn(),
                new CheckedRun.Surroundings(
                        spans(runs.onMachine(equipment, after, view.id())),
                        spans(runs.byOperator(view.source().operator(), after, view.id())),
                        List.of(),
                        likeness));
    }

    private static List<CheckedRun.Span> spans(List<Run> others) {
        return others.stream()
                .map(Run::view)
                .filter(other -> other.times().begun() != null && other.times().ended() != null)
                .map(RunChecking::span)
                .toList();
    }

    private static CheckedRun.Span span(RunView run) {
        return new CheckedRun.Span(run.id(), run.times().begun(), run.times().ended());
    }

    private void raise(RunView run, CheckFinding finding) {
        warnings.raise(new NewWarning(
                "run:" + run.id() + ":" + finding.rule(),
                finding.messageKey(),
                new NewWarning.Subject("run", run.id(), "/runs/" + run.id()),
                run.parties().labCode(),
                run.caseId(),
                finding.severity(),
                texts.text(finding.messageKey(), finding.arguments()),
                finding.evidence()));
    }

    @Override
    public void destroy() {
        checker.shutdownNow();
    }
}
