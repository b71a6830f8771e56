package org.jianzheng.acquisition.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.curve.CurveStore;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Seals a run whose end has come, when every point is there and the hash is the machine's; asks for what is missing. */
@Component
class Sealing {

    private final RunStore runs;
    private final ChunkStore chunks;
    private final CurveStore curves;
    private final MachineAnswers answers;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sealing(
            RunStore runs,
            ChunkStore chunks,
            CurveStore curves,
            MachineAnswers answers,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.chunks = chunks;
        this.curves = curves;
        this.answers = answers;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    void seal(String runId) {
        Run run = runs.lock(runId).orElseThrow();
        List<ChunkStore.Chunk> ends = chunks.of(runId, MachineTopic.Kind.END);
        if (!run.state().isUnderWay() || ends.isEmpty()) {
            return;
        }
        if (!run.hasBegun()) {
            // The begin comes again with any chunk that is asked for.
            answers.resend(run, List.of(0));
            return;
        }
        // The latest end counts, unless only an earlier one fits.
        Collections.reverse(ends);
        Set<Integer> there = chunks.numbers(runId);
        List<Integer> missing = missing(end(ends.get(0)), there);
        for (ChunkStore.Chunk last : ends) {
            Told.Ended end = end(last);
            if (missing(end, there).isEmpty() && sealed(run, end)) {
                return;
            }
        }
        if (missing.isEmpty()) {
            answers.refused(run.parties().labCode(), run.equipment(), runId, "sha256 is not that of the points");
            incomplete(run, "各点与设备给出的校验和不符");
        } else {
            answers.resend(run, missing);
        }
    }

    private static List<Integer> missing(Told.Ended end, Set<Integer> there) {
        return IntStream.range(0, end.chunks())
                .filter(seq -> !there.contains(seq))
                .boxed()
                .toList();
    }

    private boolean sealed(Run run, Told.Ended end) {
        Assembly assembly = new Assembly(end, chunks.of(run.id(), MachineTopic.Kind.SAMPLES));
        Optional<Assembly.Whole> whole = assembly.whole();
        whole.ifPresent(fits -> seal(run, end, fits, assembly.conflicts()));
        return whole.isPresent();
    }

    private static Told.Ended end(ChunkStore.Chunk chunk) {
        try {
            return (Told.Ended) ToldReader.read(MachineTopic.Kind.END, chunk.bytes());
        } catch (Malformed e) {
            throw new IllegalStateException("The end of run " + chunk.runId() + " was taken once", e);
        }
    }

    private void seal(Run run, Told.Ended end, Assembly.Whole whole, List<Integer> conflicts) {
        Instant now = CityTime.now(clock);
        run.seal(whole.curve(), whole.sha256(), whole.chunksSha256(), end.peakNewtons(), now);
        runs.saveAndFlush(run);
        curves.add(run.id(), whole.curve());
        Map<String, Object> content = new HashMap<>();
        content.put("sha256", whole.sha256());
        content.put("chunksSha256", whole.chunksSha256());
        content.put("points", whole.curve().points());
        content.put("peakKn", run.view().sealed().peakKn());
        content.put("chunks", end.chunks());
        record(run, "run.sealed", null, content);
        answers.accepted(run);
        events.publishEvent(new RunEvents.Sealed(run.id()));
        if (!conflicts.isEmpty()) {
            events.publishEvent(new RunEvents.Conflicting(run.id(), conflicts));
        }
    }

    /** Nothing more has come of it, or what came does not fit. */
    void incomplete(Run run, String why) {
        if (why.equals(run.view().reason())) {
            return;
        }
        run.incomplete(why, CityTime.now(clock));
        runs.saveAndFlush(run);
        record(run, "run.incomplete", why, Map.of());
        events.publishEvent(new RunEvents.Incomplete(run.id(), why));
    }

    private void record(Run run, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, run.ledgerSubject(), run.caseId(), reason, content));
    }
}
