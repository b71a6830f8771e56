package org.jianzheng.sampling.phone.record;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registry.Registry;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.site.RecordWindow;
import org.jianzheng.sampling.site.UnorderedSample;
import org.springframework.stereotype.Component;

/** Ties a witness's record to the sample without an order that it is of: both wait together from then on. */
@Component
class UnorderedWitnessing {

    private final UnorderedStore store;
    private final RecordChecks checks;
    private final Sampling sampling;
    private final MarkMaker maker;
    private final Registry registry;
    private final Ledger ledger;

    UnorderedWitnessing(
            UnorderedStore store,
            RecordChecks checks,
            Sampling sampling,
            MarkMaker maker,
            Registry registry,
            Ledger ledger) {
        this.store = store;
        this.checks = checks;
        this.sampling = sampling;
        this.maker = maker;
        this.registry = registry;
        this.ledger = ledger;
    }

    /**
     * The sample without an order that the record is of, as it says or by its marks; also one that an order was joined to since.
     *
     * @return empty where there is none that its person may know of
     */
    Optional<UnorderedSample> sampleOf(ArrivedRecord arrival) {
        SignedRecord record = arrival.record();
        Optional<UnorderedSample> sample = record.unordered() == null
                ? store.marked(record.marks().stream()
                        .flatMap(mark -> maker.read(mark).stream())
                        .toList())
                : store.find(record.unordered().toString());
        return sample.filter(one -> isSupervisor(arrival, one));
    }

    /** Whether whoever sent it is of the firm that supervises the sample's project. */
    static boolean isSupervisor(ArrivedRecord arrival, UnorderedSample sample) {
        String firm = "supervision/" + sample.site().parties().supervisionCode();
        return arrival.by().employer().equals(Optional.of(firm));
    }

    /**
     * As part of the caller's transaction.
     *
     * @throws RuleBroken where it does not witness the sample
     */
    void tie(ArrivedRecord arrival, UnorderedSample found) {
        store.lock(found.id());
        UnorderedSample sample = store.find(found.id()).orElseThrow();
        requireUnwitnessed(sample);
        if (arrival.by().username().equals(sample.sampler().username())) {
            throw new RuleBroken("sampling.witness.samePerson");
        }
        if (registry.isSameFirm(
                arrival.by().employer().orElseThrow(), sample.sampler().employer())) {
            throw new RuleBroken("sampling.witness.sameEmployer");
        }
        checks.requireCertified(arrival, Role.WITNESS, sample.what().item());
        Instant from = sample.times().cameLate()
                ? sample.times().phoneAt()
                : sample.times().arrivedAt();
        RecordChecks.requireInTime(
                arrival, new RecordWindow(from, sampling.window()), "sampling.unordered.witnessLate");
        checks.require(arrival, Optional.of(sample.times().phoneAt()));
        requireMarks(arrival, store.marks(sample.id()));
        store.witness(sample.id(), arrival);
        ledger.append(new Ledger.Fact(
                null,
                "sample.unordered.witnessed",
                UnorderedStore.subject(sample.id()),
                null,
                null,
                Map.of(
                        "number",
                        sample.number(),
                        "record",
                        arrival.record().id().toString(),
                        "sha256",
                        arrival.sha256())));
    }

    /** Whether it waits with such a sample: out of rows that are as the platform wrote them. */
    boolean isTied(ArrivedRecord arrival) {
        return store.isWitness(arrival.arrivalId());
    }

    private static void requireUnwitnessed(UnorderedSample sample) {
        if (!sample.isOpen()) {
            throw new RuleBroken("sampling.unordered.ended", sample.number());
        }
        if (sample.witnessed() != null) {
            throw new RuleBroken("sampling.unordered.alreadyWitnessed", sample.number());
        }
    }

    private void requireMarks(ArrivedRecord arrival, List<String> wanted) {
        Set<String> left = new HashSet<>(wanted);
        for (String code : arrival.record().marks()) {
            String mark = maker.read(code).orElse("");
            if (!wanted.contains(mark)) {
                throw new RuleBroken("sampling.record.otherMark", RecordChecks.shortened(code));
            }
            left.remove(mark);
        }
        if (!left.isEmpty()) {
            throw new RuleBroken("sampling.record.marksLeft", left.size());
        }
    }
}
