package org.jianzheng.acquisition.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.ingest.Malformed;
import org.jianzheng.acquisition.ingest.Told;
import org.jianzheng.acquisition.ingest.ToldReader;
import org.jianzheng.identity.Person;
import org.jianzheng.registry.Machine;

/**
 * One machine tried on the contract: it is told of a run, cut off in the middle, asked for a chunk that came already, and left
 * without an answer, and what it does is noted. Nothing of it is stored but the outcome.
 */
final class Trial {

    private static final Duration TELLS_AGAIN = Duration.ofSeconds(10);
    private static final Duration BEGINS_WITHIN = Duration.ofMinutes(10);
    private static final Duration SILENT_AT_MOST = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(60);
    /** What was on its way when the connection was cut, or the run accepted. */
    private static final Duration ON_ITS_WAY = Duration.ofSeconds(1);

    private static final Duration LISTENED = Duration.ofSeconds(5);
    private static final int CUT_AFTER_CHUNKS = 3;

    private final String runId;
    private final String specimen;
    private final String method;
    private final Machine machine;
    private final Person by;
    private final TrialLine line;
    private final Instant startedAt;
    private final TrialCurve curve = new TrialCurve();
    private final Map<ContractStep, StepOutcome> outcomes = new EnumMap<>(ContractStep.class);
    private String software = "";
    private Instant toldAt;
    private Instant heardAt;
    private Instant cutAt;
    private Instant acceptedAt;
    private int ends;
    private boolean ended;

    Trial(String runId, String specimen, String method, Machine machine, Person by, TrialLine line, Instant now) {
        this.runId = runId;
        this.specimen = specimen;
        this.method = method;
        this.machine = machine;
        this.by = by;
        this.line = line;
        this.startedAt = now;
        this.heardAt = now;
        tellOpen(now);
    }

    private void tellOpen(Instant now) {
        toldAt = now;
        line.open(runId, specimen, method);
    }

    synchronized void take(MachineTopic topic, byte[] bytes, Instant now) {
        if (ended) {
            return;
        }
        heardAt = now;
        if (acceptedAt != null) {
            if (now.isAfter(acceptedAt.plus(ON_ITS_WAY))) {
                note(ContractStep.FALLS_SILENT, topic.kind() + " came after the run was accepted");
            }
            return;
        }
        if (cutAt != null && now.isAfter(cutAt.plus(ON_ITS_WAY))) {
            passed(ContractStep.RECONNECTS);
        }
        try {
            Told told = ToldReader.read(topic.kind(), bytes);
            if (!told.runId().equals(runId)) {
                throw new Malformed("topic and body name different runs");
            }
            take(told, bytes, now);
        } catch (Malformed e) {
            note(stepOf(topic.kind()), e.getMessage());
            line.refused(runId, e.getMessage());
        }
    }

    private static ContractStep stepOf(MachineTopic.Kind kind) {
        return switch (kind) {
            case BEGIN -> ContractStep.BEGINS;
            case SAMPLES -> ContractStep.NUMBERS;
            case END -> ContractStep.ENDS;
        };
    }

    private void take(Told told, byte[] bytes, Instant now) {
        if (told instanceof Told.Begun begun) {
            begun(begun);
        } else if (told instanceof Told.Samples samples) {
            samples(samples, bytes, now);
        } else if (told instanceof Told.Ended end) {
            ended(end);
        }
        if (outcomes.keySet().containsAll(Set.of(ContractStep.ENDS, ContractStep.RESENDS, ContractStep.REPEATS))) {
            acceptedAt = now;
            line.accepted(runId);
        }
    }

    private void begun(Told.Begun begun) {
        software = begun.begin().software();
        if (!begun.begin().specimen().equals(specimen)
                || !begun.begin().method().equals(method)) {
            note(ContractStep.BEGINS, "specimen or method is not what was opened");
        } else {
            passed(ContractStep.BEGINS);
        }
    }

    private void samples(Told.Samples samples, byte[] bytes, Instant now) {
        switch (curve.add(samples, bytes)) {
            case NEW -> {
                if (cutAt == null && curve.chunks() == CUT_AFTER_CHUNKS && line.canCutOff()) {
                    cutAt = now;
                    line.cutOff();
                }
            }
            case SAME -> {
                if (ends > 0) {
                    passed(ContractStep.RESENDS);
                }
            }
            case OTHER_BYTES ->
                note(
                        ends > 0 ? ContractStep.RESENDS : ContractStep.NUMBERS,
                        "chunk " + samples.seq() + " came with other bytes");
            case TOO_MUCH -> note(ContractStep.NUMBERS, "more than a run may have");
        }
    }

    private void ended(Told.Ended end) {
        ends++;
        if (ends > 1) {
            passed(ContractStep.REPEATS);
        }
        List<Integer> missing = curve.missing(end.chunks());
        if (ends == 1 || !missing.isEmpty()) {
            line.resend(runId, missing.isEmpty() ? List.of(0) : missing);
        }
        if (missing.isEmpty()) {
            verify(end);
        }
    }

    private void verify(Told.Ended end) {
        decide(ContractStep.NUMBERS, curve.numbering(end.chunks()));
        decide(ContractStep.RATE, curve.rate());
        decide(
                ContractStep.ENDS,
                outcomes.get(ContractStep.NUMBERS).passed()
                        ? curve.total(end)
                        : Optional.of("cannot be told of such chunks"));
    }

    private void decide(ContractStep step, Optional<String> wrong) {
        wrong.ifPresentOrElse(text -> note(step, text), () -> passed(step));
    }

    /** What failed once stays failed. */
    private void note(ContractStep step, String wrong) {
        outcomes.put(step, StepOutcome.failed(wrong));
    }

    private void passed(ContractStep step) {
        outcomes.putIfAbsent(step, StepOutcome.PASSED);
    }

    /** @return whether it has come to its end by now */
    synchronized boolean tick(Instant now) {
        if (ended) {
            return true;
        }
        if (!outcomes.containsKey(ContractStep.BEGINS) && now.isAfter(toldAt.plus(TELLS_AGAIN))) {
            tellOpen(now);
        }
        boolean silent = outcomes.isEmpty()
                ? now.isAfter(startedAt.plus(BEGINS_WITHIN))
                : now.isAfter(heardAt.plus(SILENT_AT_MOST));
        boolean listened = acceptedAt != null && now.isAfter(acceptedAt.plus(LISTENED));
        if (listened) {
            passed(ContractStep.FALLS_SILENT);
        }
        ended = listened || silent || now.isAfter(startedAt.plus(LONGEST));
        if (ended && acceptedAt == null) {
            // Its spool may drop it all the same.
            line.accepted(runId);
        }
        return ended;
    }

    /** What it has come to by now; a step that was not reached is not there. */
    synchronized TrialView view() {
        return new TrialView(machine, software, new EnumMap<>(outcomes), by, startedAt, ended, asked());
    }

    private Set<ContractStep> asked() {
        Set<ContractStep> asked = EnumSet.allOf(ContractStep.class);
        if (!line.canCutOff()) {
            asked.remove(ContractStep.RECONNECTS);
        }
        return asked;
    }
}
