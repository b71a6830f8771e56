package org.jianzheng.sampling.phone.record;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.sampling.site.RecordOutcome;
import org.jianzheng.sampling.site.UnorderedSample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Samples that were taken before anybody had ordered their test (5.3.2.1). None of them vanishes: it is joined to an order, given up with a
 * reason that the station reads, or reported to the station when its time is over.
 */
@Service
@Transactional
public class UnorderedSamples {

    private static final Logger log = LoggerFactory.getLogger(UnorderedSamples.class);
    private static final int LONGEST = 500;
    private static final int AT_ONCE = 100;
    private static final int MOST_SHOWN = 50;
    private static final int MOST_DAYS = 30;

    private final UnorderedStore store;
    private final RecordStore records;
    private final RecordDecision decision;
    private final HeldRecords held;
    private final UnorderedNotices notices;
    private final Sampling sampling;
    private final Identity identity;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    UnorderedSamples(
            UnorderedStore store,
            RecordStore records,
            RecordDecision decision,
            HeldRecords held,
            UnorderedNotices notices,
            Sampling sampling,
            Identity identity,
            Ledger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.records = records;
        this.decision = decision;
        this.held = held;
        this.notices = notices;
        this.sampling = sampling;
        this.identity = identity;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Those that the acting person may know of, newest first. @param open only those that wait for an order */
    @Transactional(readOnly = true)
    public Paged<UnorderedSample> list(boolean open, int page, int size) {
        return store.list(identity.scope(), open, page, size);
    }

    @Transactional(readOnly = true)
    public UnorderedSample find(String id) {
        return store.find(id)
                .filter(sample -> sample.isSeenBy(identity.scope()))
                .orElseThrow(() -> new NotFound("sampling.unordered.unknown"));
    }

    /** Those that this case's order was joined to, an attempt each; the caller has checked who may know of the case. */
    @Transactional(readOnly = true)
    public List<UnorderedSample> ofCase(String caseId) {
        return store.ofCase(caseId);
    }

    /** Those that the acting witness may still witness, the most urgent first. */
    @Transactional(readOnly = true)
    public List<UnorderedSample> toWitness() {
        Person person = identity.acting();
        String employer = person.employer().orElse("");
        if (!person.has(Role.WITNESS) || !employer.startsWith("supervision/")) {
            return List.of();
        }
        return store.unwitnessed(
                employer.substring("supervision/".length()), CityTime.now(clock).minus(sampling.window()), MOST_SHOWN);
    }

    /** The last moment at which its witness's record counts. */
    public Instant witnessBy(UnorderedSample sample) {
        return sample.times().arrivedAt().plus(sampling.window());
    }

    /**
     * A photo with what it shows.
     *
     * @param purpose {@code SEALED}, {@code PERSON} or {@code TURNED}
     * @param ofWitness whether the witness took it
     */
    public record Shown(SitePhoto photo, String purpose, boolean ofWitness) {

        /** Where the page of that sample shows it, from the root of the site. */
        public String page(String id) {
            return "/unordered-samples/%s/photos/%s/%s".formatted(id, photo.username(), photo.proof());
        }
    }

    /** Its photos and its witness's, but for those that have not come. */
    @Transactional(readOnly = true)
    public List<Shown> photos(UnorderedSample sample) {
        List<Shown> shown = new ArrayList<>(shown(store.arrival(sample.id()), false));
        Optional.ofNullable(sample.witnessed())
                .flatMap(witnessed -> held.find(witnessed.arrivalId()))
                .ifPresent(arrival -> shown.addAll(shown(arrival, true)));
        return shown;
    }

    private List<Shown> shown(ArrivedRecord arrival, boolean ofWitness) {
        Map<String, SitePhoto> come = new LinkedHashMap<>();
        records.photosOf(arrival).forEach(photo -> come.put(photo.sha256(), photo));
        return arrival.record().photos().stream()
                .filter(photo -> come.containsKey(photo.sha256()))
                .map(photo ->
                        new Shown(come.get(photo.sha256()), photo.purpose().name(), ofWitness))
                .toList();
    }

    /** Whether the acting person may give it up. */
    public boolean mayWithdraw(UnorderedSample sample) {
        Person person = identity.acting();
        return sample.isOpen()
                && person.has(Role.SAMPLER)
                && person.employer().equals(Optional.of(sample.sampler().employer()));
    }

    /** Whether the acting person decides on it for the station. */
    public boolean mayDecide(UnorderedSample sample) {
        return sample.isOpen() && identity.acting().ofStation();
    }

    /** Its sampler's firm gives it up. */
    public void withdraw(String id, String why) {
        UnorderedSample sample = toEnd(id);
        if (!mayWithdraw(sample)) {
            throw new RuleBroken("sampling.unordered.notTheirs");
        }
        end(sample, UnorderedSample.State.WITHDRAWN, "取样单位放弃：" + FormValues.reason(why, LONGEST));
    }

    /** The station does not allow it. */
    public void refuse(String id, String why) {
        UnorderedSample sample = toEnd(id);
        requireStation(sample);
        end(sample, UnorderedSample.State.REFUSED, "监督站不予认可：" + FormValues.reason(why, LONGEST));
    }

    /** The station gives more time, from now on. @param days 1 to 30 */
    public void extend(String id, int days, String why) {
        UnorderedSample sample = toEnd(id);
        requireStation(sample);
        if (days < 1 || days > MOST_DAYS) {
            throw RuleBroken.at("days", "sampling.unordered.days", MOST_DAYS);
        }
        String reason = FormValues.reason(why, LONGEST);
        Instant now = CityTime.now(clock);
        Instant until = now.plus(Duration.ofDays(days));
        if (!until.isAfter(sample.times().joinBy())) {
            throw RuleBroken.at(
                    "days",
                    "sampling.unordered.notLonger",
                    CityTime.minute(sample.times().joinBy()));
        }
        store.extend(id, until, reason, identity.acting(), now);
        append("sample.unordered.extended", sample, reason, Map.of("joinBy", until.toString()));
        notices.extended(sample, until, reason);
    }

    private void requireStation(UnorderedSample sample) {
        if (!mayDecide(sample)) {
            throw new RuleBroken("sampling.unordered.station");
        }
    }

    /** The witness objects, or cannot witness it. */
    RecordAnswer object(ArrivedRecord arrival) {
        UnorderedSample sample = store.find(arrival.record().unordered().toString())
                .filter(one -> arrival.by().has(Role.WITNESS))
                .filter(one -> UnorderedWitnessing.isSupervisor(arrival, one))
                .orElse(null);
        if (sample == null) {
            return decision.keep(arrival, RecordOutcome.REFUSED, "sampling.unordered.unknown");
        }
        store.lock(sample.id());
        UnorderedSample now = store.find(sample.id()).orElseThrow();
        FormValues form = new FormValues(arrival.record().form());
        String said = form.text("note", LONGEST);
        if (!now.isOpen() || now.witnessed() != null || said.isEmpty()) {
            String code = !now.isOpen()
                    ? "sampling.unordered.ended"
                    : now.witnessed() != null ? "sampling.unordered.alreadyWitnessed" : "sampling.unordered.why";
            return decision.keep(arrival, RecordOutcome.REFUSED, code, now.number());
        }
        boolean objects = form.text("decision").equals("OBJECT");
        String reason = (objects ? "见证员提出异议：" : "见证单位不能见证：") + said;
        end(now, UnorderedSample.State.OBJECTED, reason);
        return decision.keep(arrival, RecordOutcome.VOID, "sampling.unordered.endedWhy", now.number(), reason);
    }

    private UnorderedSample toEnd(String id) {
        find(id);
        store.lock(id);
        UnorderedSample sample = find(id);
        if (!sample.isOpen()) {
            throw new RuleBroken("sampling.unordered.ended", sample.number());
        }
        return sample;
    }

    private void end(UnorderedSample sample, UnorderedSample.State outcome, String reason) {
        Person by = identity.acting();
        UnorderedSample.End end =
                new UnorderedSample.End(outcome, null, null, reason, by.username(), by.name(), CityTime.now(clock));
        store.end(sample.id(), end);
        append("sample.unordered.ended", sample, reason, Map.of("outcome", outcome.name()));
        decision.keep(
                store.arrival(sample.id()), RecordOutcome.VOID, "sampling.unordered.endedWhy", sample.number(), reason);
        Optional.ofNullable(sample.witnessed())
                .flatMap(witnessed -> held.find(witnessed.arrivalId()))
                .ifPresent(arrival -> decision.keep(
                        arrival, RecordOutcome.VOID, "sampling.unordered.endedWhy", sample.number(), reason));
        notices.ended(sample, end);
    }

    private void append(String action, UnorderedSample sample, String reason, Map<String, ?> more) {
        Map<String, Object> content = new LinkedHashMap<>(more);
        content.put("number", sample.number());
        ledger.append(new Ledger.Fact(null, action, UnorderedStore.subject(sample.id()), null, reason, content));
    }

    /** What nobody has ordered a test of in time is the station's to know; one that cannot be told holds up no other. */
    @Scheduled(initialDelay = 20_000, fixedDelay = 60_000)
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void reportOverdue() {
        transaction.executeWithoutResult(status -> store.listForgotten(CityTime.now(clock)));
        for (String id : store.toReport(CityTime.now(clock), AT_ONCE)) {
            try {
                identity.as(Person.SYSTEM, () -> {
                    transaction.executeWithoutResult(status -> report(id));
                    return null;
                });
            } catch (RuntimeException fault) {
                log.warn("A sample without an order that is overdue cannot be reported: {}", id, fault);
            }
        }
    }

    // The station may have given more time since.
    private void report(String id) {
        store.lock(id);
        UnorderedSample sample = store.find(id).orElseThrow();
        if (sample.state(CityTime.now(clock)) == UnorderedSample.State.OVERDUE) {
            append(
                    "sample.unordered.overdue",
                    sample,
                    null,
                    Map.of("joinBy", sample.times().joinBy().toString()));
            notices.overdue(sample);
            store.reported(id);
        }
    }
}
