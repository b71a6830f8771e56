package org.jianzheng.acquisition.ingest;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.acquisition.broker.Arrival;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.run.Run;
import org.jianzheng.acquisition.run.RunEvents;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunStore;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes in a batch in one transaction: what is of an open run is stored, everything else is kept apart with why. */
@Component
class ChunkReceiver {

    private final RunStore runs;
    private final ChunkStore chunks;
    private final RunShare share;
    private final Quarantine quarantine;
    private final Sealing sealing;
    private final MachineAnswers answers;
    private final MachineValidation validation;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ChunkReceiver(
            RunStore runs,
            ChunkStore chunks,
            RunShare share,
            Quarantine quarantine,
            Sealing sealing,
            MachineAnswers answers,
            MachineValidation validation,
            Ledger ledger,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.chunks = chunks;
        this.share = share;
        this.quarantine = quarantine;
        this.sealing = sealing;
        this.answers = answers;
        this.validation = validation;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    private record Read(MachineTopic topic, Told told, Arrival arrival) {}

    /** @param unpermitted why what said it began under a permit was not opened, by run */
    void receive(List<Arrival> batch, Map<String, String> unpermitted) {
        Instant now = CityTime.now(clock);
        Map<String, Run> known = known(batch);
        List<ChunkStore.Chunk> taken = new ArrayList<>();
        Set<String> touched = new LinkedHashSet<>();
        for (Arrival arrival : batch) {
            read(arrival, known, unpermitted, now).ifPresent(read -> {
                Run run = known.get(read.topic().runId());
                if (!run.state().isUnderWay()) {
                    late(run, read, now);
                } else if (!share.holds(chunk(read))) {
                    refuse(arrival, read.topic(), Quarantine.Why.TOO_MUCH, "more than is kept of one run", now);
                } else if (begins(run, read, now)) {
                    taken.add(chunk(read));
                    touched.add(run.id());
                }
            });
        }
        chunks.add(taken, now);
        chunks.ended(touched).forEach(sealing::seal);
    }

    private Map<String, Run> known(List<Arrival> batch) {
        Set<String> ids = batch.stream()
                .flatMap(arrival -> MachineTopic.of(arrival.address()).stream())
                .map(MachineTopic::runId)
                .collect(Collectors.toSet());
        Map<String, Run> known = new HashMap<>();
        runs.findByIdIn(ids).forEach(run -> known.put(run.id(), run));
        return known;
    }

    private Optional<Read> read(Arrival arrival, Map<String, Run> known, Map<String, String> unpermitted, Instant now) {
        Optional<MachineTopic> topic = MachineTopic.of(arrival.address());
        if (topic.isEmpty()) {
            quarantine.keep(arrival, Quarantine.Why.TOPIC, "not a topic of a run", now);
            return Optional.empty();
        }
        MachineTopic from = topic.get();
        if (!arrival.isFromItsMachine()) {
            // Nothing is told: the machine of that topic did not send it.
            quarantine.keep(arrival, Quarantine.Why.FOREIGN, "sent under the login " + arrival.login(), now);
            return Optional.empty();
        }
        try {
            Told told = ToldReader.read(from.kind(), arrival.bytes());
            Run run = known.get(from.runId());
            if (!told.runId().equals(from.runId())) {
                refuse(arrival, from, Quarantine.Why.MISMATCH, "topic and body name different runs", now);
            } else if (run == null && told instanceof Told.Begun && unpermitted.containsKey(from.runId())) {
                refuse(arrival, from, Quarantine.Why.PERMIT, unpermitted.get(from.runId()), now);
            } else if (run == null || !isOf(run, from)) {
                refuse(arrival, from, Quarantine.Why.UNKNOWN_RUN, "no such run was opened on this machine", now);
            } else {
                return Optional.of(new Read(from, told, arrival));
            }
        } catch (Malformed e) {
            refuse(arrival, from, Quarantine.Why.MALFORMED, e.getMessage(), now);
        }
        return Optional.empty();
    }

    private static boolean isOf(Run run, MachineTopic from) {
        return run.equipment().equals(from.equipment())
                && run.parties().labCode().equals(from.labCode());
    }

    private void late(Run run, Read read, Instant now) {
        boolean repeated = run.state() == RunState.SEALED && chunks.holds(chunk(read));
        if (!repeated) {
            refuse(read.arrival(), read.topic(), Quarantine.Why.AFTER_END, "the run is " + run.state(), now);
        } else if (read.told() instanceof Told.Ended) {
            answers.accepted(run);
        }
    }

    // Stored even where the begin has not come yet: order is not promised.
    private boolean begins(Run run, Read read, Instant now) {
        if (!(read.told() instanceof Told.Begun begun) || run.hasBegun()) {
            return true;
        }
        boolean validated =
                validation.isValidated(run.equipment(), begun.begin().software());
        if (!validated && validation.isRequired()) {
            refuse(read.arrival(), read.topic(), Quarantine.Why.SOFTWARE, "software was not validated", now);
            return false;
        }
        try {
            run.begin(begun.begin(), validated, now);
        } catch (RuleBroken e) {
            refuse(read.arrival(), read.topic(), Quarantine.Why.MISMATCH, "specimen or method is not the opened", now);
            return false;
        }
        ledger.append(new Ledger.Fact(
                null,
                "run.begun",
                run.ledgerSubject(),
                run.caseId(),
                null,
                Map.of(
                        "equipment", run.equipment(),
                        "software", begun.begin().software(),
                        "validated", validated,
                        "machineTime", begun.begin().startedAt().toString())));
        runs.saveAndFlush(run);
        if (!validated) {
            events.publishEvent(new RunEvents.Unvalidated(
                    run.parties().labCode(), run.equipment(), begun.begin().software()));
        }
        return true;
    }

    private void refuse(Arrival arrival, MachineTopic from, Quarantine.Why why, String detail, Instant now) {
        quarantine.keep(arrival, why, detail, now);
        answers.refused(from.labCode(), from.equipment(), from.runId(), detail);
    }

    private static ChunkStore.Chunk chunk(Read read) {
        byte[] bytes = read.arrival().bytes();
        return new ChunkStore.Chunk(
                read.topic().runId(), read.topic().kind(), read.told().seq(), DigestUtils.sha256(bytes), bytes);
    }
}
