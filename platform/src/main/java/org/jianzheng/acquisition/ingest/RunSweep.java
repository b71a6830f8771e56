package org.jianzheng.acquisition.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.PageRequest;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks after runs of which nothing comes: opens them again for a machine that was away, asks again for what is missing, and
 * takes those for incomplete of which nothing came for ten minutes, or which never began (5.5).
 */
@Component
class RunSweep {

    static final Duration SILENT = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(RunSweep.class);

    private static final Duration NEVER_BEGUN = Duration.ofHours(12);
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 2000;

    private final RunStore runs;
    private final ChunkStore chunks;
    private final Sealing sealing;
    private final MachineAnswers answers;
    private final Identity identity;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunSweep(
            RunStore runs,
            ChunkStore chunks,
            Sealing sealing,
            MachineAnswers answers,
            Identity identity,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.chunks = chunks;
        this.sealing = sealing;
        this.answers = answers;
        this.identity = identity;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    void run() {
        identity.as(Person.SYSTEM, () -> {
            waiting(RunState.OPEN).forEach(run -> each(run, this::openAgain));
            waiting(RunState.RECEIVING)
                    .forEach(run -> each(run, one -> transaction.executeWithoutResult(status -> look(one.id()))));
            return null;
        });
    }

    private static void each(Run run, Consumer<Run> work) {
        try {
            work.accept(run);
        } catch (RuntimeException e) {
            log.warn("Run {} is looked at again later: {}", run.id(), e.toString());
        }
    }

    private List<Run> waiting(RunState state) {
        return runs.waiting(state, clock.instant().minus(AGAIN), PageRequest.ofSize(MOST_AT_ONCE));
    }

    // A machine that never begins must not be busy for ever.
    private void openAgain(Run run) {
        if (run.openedAt().isAfter(clock.instant().minus(NEVER_BEGUN))) {
            if (run.isPermitted()) {
                // The machine has tested it: only its begin is missing.
                answers.resend(run, List.of(0));
            } else {
                answers.open(run);
            }
            return;
        }
        transaction.executeWithoutResult(status -> runs.lock(run.id())
                .filter(held -> held.state() == RunState.OPEN)
                .ifPresent(held -> sealing.incomplete(held, "设备始终没有开始试验")));
    }

    private void look(String runId) {
        if (!chunks.ended(List.of(runId)).isEmpty()) {
            sealing.seal(runId);
        }
        Instant silentSince = CityTime.now(clock).minus(SILENT);
        boolean silent =
                chunks.lastAt(runId).filter(last -> last.isBefore(silentSince)).isPresent();
        if (silent) {
            runs.lock(runId)
                    .filter(run -> run.state() == RunState.RECEIVING)
                    .ifPresent(run -> sealing.incomplete(run, "超过 10 分钟没有收到数据"));
        }
    }
}
