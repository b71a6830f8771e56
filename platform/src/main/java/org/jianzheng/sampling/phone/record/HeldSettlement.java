package org.jianzheng.sampling.phone.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.phone.PhoneRegistrations;
import org.jianzheng.sampling.phone.PhoneState;
import org.jianzheng.sampling.site.RecordOutcome;
import org.jianzheng.sampling.site.UnorderedSample;
import org.jianzheng.workflow.Processes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where sampler and witness both have no network, the witness's record may come first, and its task is not there before the
 * sampler's has come and counts. Until then it is held; then it completes its task as if it had been sent at that moment, judged by when
 * it came. One that waits in vain goes to the station. It is looked at whenever a sampler's record comes, and again and again,
 * so that a server that falls in between leaves nothing undone. One of a sample that nobody has ordered a test of waits with that
 * sample instead.
 */
@Service
public class HeldSettlement {

    private static final Logger log = LoggerFactory.getLogger(HeldSettlement.class);
    private static final int AT_ONCE = 200;
    /** More of them wait for the job: the sampler waits for an answer. */
    private static final int BESIDE_A_SAMPLER = 20;
    /** Of one person: nobody witnesses more on one day. */
    private static final int MOST_OF_ONE = 50;

    private static final Duration APART = Duration.ofSeconds(30);
    /** Of one that an order has to be joined for: that looks at it itself. */
    private static final Duration FAR_APART = Duration.ofHours(1);

    private static final String WITNESS_TASK = RecordKind.WITNESS.task();

    private final HeldRecords held;
    private final UnorderedWitnessing unordered;
    private final RecordChecks checks;
    private final RecordDecision decision;
    private final RecordNotices notices;
    private final RecordStore store;
    private final HeldSettings settings;
    private final Sampling sampling;
    private final Commissions commissions;
    private final Processes processes;
    private final PhoneRegistrations phones;
    private final Identity identity;
    private final Clock clock;
    private final TransactionTemplate transaction;

    HeldSettlement(
            HeldRecords held,
            UnorderedWitnessing unordered,
            RecordChecks checks,
            RecordDecision decision,
            RecordNotices notices,
            RecordStore store,
            HeldSettings settings,
            Sampling sampling,
            Commissions commissions,
            Processes processes,
            PhoneRegistrations phones,
            Identity identity,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.held = held;
        this.unordered = unordered;
        this.checks = checks;
        this.decision = decision;
        this.notices = notices;
        this.store = store;
        this.settings = settings;
        this.sampling = sampling;
        this.commissions = commissions;
        this.processes = processes;
        this.phones = phones;
        this.identity = identity;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes in a witness's record of a sample that nobody had taken when there last was network. */
    RecordAnswer hold(ArrivedRecord arrival) {
        try {
            require(arrival);
        } catch (RuleBroken refused) {
            return decision.keep(arrival, RecordOutcome.REFUSED, refused.code(), refused.arguments());
        }
        try {
            transaction.executeWithoutResult(status -> {
                held.add(arrival);
                unordered
                        .sampleOf(arrival)
                        .filter(sample -> !isJoined(sample))
                        .ifPresent(sample -> unordered.tie(arrival, sample));
            });
        } catch (DuplicateKeyException atOnce) {
            // The same record, or another with one of its photos, was on its way at the same moment.
            return store.answered(arrival.by().username(), arrival.record().id().toString(), arrival.sha256())
                    .orElseGet(() -> decision.keep(arrival, RecordOutcome.REFUSED, "sampling.record.photoUsed"));
        } catch (RuleBroken refused) {
            return decision.keep(arrival, RecordOutcome.REFUSED, refused.code(), refused.arguments());
        }
        settle(arrival.arrivalId());
        return store.answered(arrival.by().username(), arrival.record().id().toString(), arrival.sha256())
                .orElseThrow();
    }

    private void require(ArrivedRecord arrival) {
        SignedRecord record = arrival.record();
        if (!arrival.by().has(Role.WITNESS)) {
            throw new RuleBroken("sampling.phone.role");
        }
        if (held.openOf(arrival.by().username()) >= MOST_OF_ONE) {
            throw new RuleBroken("sampling.record.aheadMany", MOST_OF_ONE);
        }
        if (!record.kind().isDone(record) || record.marks().isEmpty()) {
            throw new RuleBroken("sampling.record.aheadMarks");
        }
        if (arrival.caseId() != null && !arrival.caseKnown()) {
            throw new RuleBroken("sampling.record.aheadCase");
        }
        if (record.unordered() != null && unordered.sampleOf(arrival).isEmpty()) {
            throw new RuleBroken("sampling.unordered.unknown");
        }
        checks.require(arrival, Optional.empty());
        samples(record)
                .filter(sample -> arrival.caseId() != null && !sample.caseId().equals(arrival.caseId()))
                .findFirst()
                .ifPresent(other -> {
                    throw new RuleBroken("sampling.record.aheadOther", other.label());
                });
    }

    /** Those that its marks are known to be of, as far as its person may know. */
    private Stream<SampleView> samples(SignedRecord record) {
        return record.marks().stream()
                .flatMap(code -> sampling.mark(code).stream())
                .map(mark -> mark.sample());
    }

    /** A sample without an order has come: a record of its witness may have come before it. */
    void settleUnordered() {
        held.waitingForAny(BESIDE_A_SAMPLER).forEach(this::settle);
    }

    /** What waits with a sample without an order, when that has an order, or has ended. */
    void settleWitness(UnorderedSample sample) {
        if (sample.witnessed() != null) {
            settle(sample.witnessed().arrivalId());
        }
    }

    /** A sampler's record has come. */
    void settleCase(String caseId) {
        held.waitingFor(caseId, BESIDE_A_SAMPLER).forEach(this::settle);
    }

    /** What waits is looked at again. */
    @Scheduled(initialDelay = 10_000, fixedDelay = 10_000)
    public void settleDue() {
        held.listForgotten(CityTime.now(clock));
        held.due(CityTime.now(clock), AT_ONCE).forEach(this::settle);
    }

    private void settle(String arrivalId) {
        try {
            transaction
                    .execute(status -> held.waiting(arrivalId))
                    .ifPresent(arrival -> identity.as(arrival.by(), () -> {
                        settle(arrival);
                        return null;
                    }));
        } catch (RuleBroken later) {
            log.info("A witness's record that waits is tried again later, {}: {}", arrivalId, later.code());
            held.lookAgain(arrivalId, CityTime.now(clock).plus(APART));
        } catch (RuntimeException fault) {
            // It is tried again, and must not hold up the others.
            log.warn("A witness's record that waits for the sampler's cannot be settled: {}", arrivalId, fault);
            held.lookAgain(arrivalId, CityTime.now(clock).plus(APART));
        }
    }

    private void settle(ArrivedRecord arrival) {
        Optional<UnorderedSample> withoutOrder = unordered.sampleOf(arrival);
        if (withoutOrder.filter(sample -> !isJoined(sample)).isPresent()) {
            settle(arrival, withoutOrder.get());
            return;
        }
        List<SampleView> known = samples(arrival.record()).toList();
        String caseId = withoutOrder
                .map(sample -> sample.end().caseId())
                .or(() -> Optional.ofNullable(arrival.caseId()))
                .or(() -> known.stream().findFirst().map(SampleView::caseId))
                .orElse(null);
        ArrivedRecord about = arrival.about(caseId, caseId != null && commissions.visible(caseId), null);
        if (!isTrusted(arrival)) {
            decision.keep(about, kept(about), "sampling.record.lockedPhone");
            return;
        }
        Optional<SampleView> latest = Optional.ofNullable(caseId).flatMap(sampling::find);
        boolean closed = latest.isPresent()
                && known.stream()
                        .anyMatch(sample -> !sample.label().equals(latest.get().label()));
        switch (closed ? "CLOSED" : latest.map(SampleView::state).orElse("ISSUED")) {
            case "ISSUED" ->
                waitFor(
                        about,
                        "sampling.record.samplerMissing",
                        settings.heldFor().toHours());
            // The station decides; that it takes long is its own deadline's matter.
            case "TAKING_UNDECIDED" -> later(about);
            case "TAKEN" -> complete(about);
            case "CLOSED", "LATE", "GIVEN_UP" ->
                decision.keep(about, RecordOutcome.EVIDENCE, "sampling.record.attemptClosed");
            default -> decision.keep(about, RecordOutcome.EVIDENCE, "sampling.record.taskGone");
        }
    }

    private static boolean isJoined(UnorderedSample sample) {
        return sample.end() != null && sample.end().outcome() == UnorderedSample.State.JOINED;
    }

    private void settle(ArrivedRecord arrival, UnorderedSample sample) {
        boolean its =
                sample.witnessed() != null && sample.witnessed().arrivalId().equals(arrival.arrivalId());
        if (its && !sample.isOpen()) {
            decision.keep(arrival, RecordOutcome.VOID, "sampling.unordered.ended", sample.number());
        } else if (its) {
            held.lookAgain(arrival.arrivalId(), CityTime.now(clock).plus(FAR_APART));
        } else {
            tie(arrival, sample);
        }
    }

    private void tie(ArrivedRecord arrival, UnorderedSample sample) {
        if (!isTrusted(arrival)) {
            decision.keep(arrival, kept(arrival), "sampling.record.lockedPhone");
            return;
        }
        try {
            transaction.executeWithoutResult(status -> unordered.tie(arrival, sample));
            held.lookAgain(arrival.arrivalId(), CityTime.now(clock).plus(FAR_APART));
        } catch (DuplicateKeyException used) {
            tell(arrival, decision.keep(arrival, RecordOutcome.REFUSED, "sampling.record.photoUsed"));
        } catch (RuleBroken refused) {
            tell(arrival, decision.keep(arrival, RecordOutcome.REFUSED, refused.code(), refused.arguments()));
        }
    }

    /** Of no case, nobody could decide on it. */
    private static RecordOutcome kept(ArrivedRecord about) {
        return about.caseKnown() ? RecordOutcome.EVIDENCE : RecordOutcome.REFUSED;
    }

    // A phone that was lost since may have been somebody else's already; what was tied to its sample at once came
    // before that.
    private boolean isTrusted(ArrivedRecord arrival) {
        boolean tied = Boolean.TRUE.equals(transaction.execute(status -> unordered.isTied(arrival)));
        return phones.byKey(arrival.record().proof().phone())
                .filter(phone -> tied || phone.state() == PhoneState.CONFIRMED)
                .filter(phone ->
                        phones.signed(phone, arrival.body().getBytes(StandardCharsets.UTF_8), arrival.signature()))
                .isPresent();
    }

    /** @param code why it is kept as evidence once it has waited for as long as one may */
    private void waitFor(ArrivedRecord arrival, String code, Object... arguments) {
        Instant until = arrival.at().plus(settings.heldFor());
        if (CityTime.now(clock).isAfter(until)) {
            decision.keep(arrival, kept(arrival), code, arguments);
        } else {
            later(arrival);
        }
    }

    private void later(ArrivedRecord arrival) {
        held.lookAgain(arrival.arrivalId(), CityTime.now(clock).plus(APART));
    }

    private void complete(ArrivedRecord arrival) {
        processes.openTasks(List.of(arrival.caseId())).stream()
                .filter(task -> task.key().equals(WITNESS_TASK))
                .findFirst()
                .ifPresentOrElse(
                        task -> tell(
                                arrival,
                                decision.complete(arrival.about(arrival.caseId(), arrival.caseKnown(), task.id()))),
                        () -> waitFor(arrival, "sampling.record.taskGone"));
    }

    private void tell(ArrivedRecord arrival, RecordAnswer answer) {
        if (answer.outcome().equals(RecordOutcome.REFUSED.name())) {
            transaction.executeWithoutResult(status -> notices.refusedAfterAll(arrival, answer.reason()));
        }
    }
}
