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
import org.jianzheng.acquisition.broker.MachineLine;
import org.jianzheng.acquisition.check.RoughnessHistory;
import org.jianzheng.acquisition.check.SmartChecks;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.curve.CurveStore;
import org.jianzheng.acquisition.likeness.CurveFeatures;
import org.jianzheng.acquisition.likeness.Likeness;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
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
    private static final int MOST_AT_ONCE = 50;
    private static final int MOST_WAITING = 500;
    private static final long YIELD_MILLIS = 100;
    private static final long LONGEST_YIELD_MILLIS = 10_000;

    private final RunStore runs;
    private final CurveStore curves;
    private final TraitStore traits;
    private final EarlierCurves earlier;
    private final SmartChecks checks;
    private final CheckedRuns checked;
    private final CheckWarnings warnings;
    private final MachineLine line;
    private final Identity identity;
    private final TransactionTemplate alone;
    private final Clock clock;
    // One at a time, the sweep as well: what is too much for it, the sweep finds.
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
            CheckedRuns checked,
            CheckWarnings warnings,
            MachineLine line,
            Identity identity,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.curves = curves;
        this.traits = traits;
        this.earlier = earlier;
        this.checks = checks;
        this.checked = checked;
        this.warnings = warnings;
        this.line = line;
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
        if (checker.getQueue().isEmpty()) {
            checker.execute(this::sweep);
        }
    }

    private void sweep() {
        Instant after = clock.instant().minus(LOOKED_BACK);
        List<TraitStore.Unchecked> waiting = traits.unchecked(after, MOST_AT_ONCE);
        while (!waiting.isEmpty() && !Thread.currentThread().isInterrupted()) {
            waiting.forEach(run -> tryToCheck(run.runId()));
            waiting = traits.unchecked(waiting.get(waiting.size() - 1).sealedAt(), MOST_AT_ONCE);
        }
    }

    private void tryToCheck(String runId) {
        letArrive();
        if (Thread.currentThread().isInterrupted()) {
            // The node stops; another finds it, or this one when it is back.
            return;
        }
        try {
            identity.as(Person.SYSTEM, () -> {
                alone.executeWithoutResult(status -> check(runId));
                return null;
            });
        } catch (RuntimeException e) {
            log.error("Run {} could not be checked; it is tried again", runId, e);
        }
    }

    /** What waits on machines' spools comes in first. */
    private void letArrive() {
        try {
            for (long waited = 0; line.isBehind() && waited < LONGEST_YIELD_MILLIS; waited += YIELD_MILLIS) {
                Thread.sleep(YIELD_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
        checks.check(checked.sealed(run, curve, likeness))
                .forEach(finding -> warnings.raise(view, finding, view.times().sealed()));
        BigDecimal until = run.expected().bandUntilKn() == null
                ? view.sealed().peakKn()
                : run.expected().bandUntilKn();
        traits.add(view, RoughnessHistory.of(curve, until).orElse(null), CurveFeatures.of(curve));
    }

    @Override
    public void destroy() {
        checker.shutdownNow();
    }
}
