package org.jianzheng.acquisition.checking;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.acquisition.check.CheckFinding;
import org.jianzheng.acquisition.check.SmartChecks;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.ingest.ArrivedChunks;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Checks runs while they come in (4.1.10), every few seconds whatever they send: of each only what came since is read. What
 * a rule finds is raised once; the check at the seal says nothing again.
 */
@Component
class ArrivingChecks {

    private static final Logger log = LoggerFactory.getLogger(ArrivingChecks.class);

    private static final int MOST = 2000;

    private final RunStore runs;
    private final ArrivedChunks chunks;
    private final CheckedRuns checked;
    private final SmartChecks checks;
    private final CheckWarnings warnings;
    private final Identity identity;
    private final TransactionTemplate alone;
    private final Clock clock;
    private final Map<String, ArrivingRun> arriving = new HashMap<>();
    private final Map<String, Set<String>> raised = new HashMap<>();

    ArrivingChecks(
            RunStore runs,
            ArrivedChunks chunks,
            CheckedRuns checked,
            SmartChecks checks,
            CheckWarnings warnings,
            Identity identity,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.chunks = chunks;
        this.checked = checked;
        this.checks = checks;
        this.warnings = warnings;
        this.identity = identity;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    synchronized void run() {
        List<Run> receiving = runs.busy(PageRequest.ofSize(MOST)).stream()
                .filter(run -> run.state() == RunState.RECEIVING)
                .toList();
        Set<String> ids = receiving.stream().map(Run::id).collect(Collectors.toSet());
        arriving.keySet().retainAll(ids);
        raised.keySet().retainAll(ids);
        receiving.forEach(this::tryToCheck);
    }

    private void tryToCheck(Run run) {
        try {
            identity.as(Person.SYSTEM, () -> {
                check(run);
                return null;
            });
        } catch (RuntimeException e) {
            log.warn("Run {} could not be checked while it comes in; its seal is: {}", run.id(), e.toString());
        }
    }

    private void check(Run run) {
        ArrivingRun known = arriving.computeIfAbsent(run.id(), id -> new ArrivingRun(checked.around(run.view())));
        if (!known.add(chunks.read(chunks.after(run.id(), known.lastSeq())))) {
            return;
        }
        Curve curve = known.curve();
        Set<String> said = raised.computeIfAbsent(run.id(), id -> new HashSet<>());
        List<CheckFinding> news = checks.checkArriving(checked.arriving(run, curve, known.around())).stream()
                .filter(finding -> !said.contains(finding.rule()))
                .toList();
        if (!news.isEmpty()) {
            alone.executeWithoutResult(
                    status -> news.forEach(finding -> warnings.raise(run.view(), finding, clock.instant())));
            news.forEach(finding -> said.add(finding.rule()));
        }
    }
}
