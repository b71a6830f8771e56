package org.jianzheng.sampling.phone.record;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.sampling.phone.PhoneRegistrations;
import org.jianzheng.sampling.site.RecordOutcome;
import org.jianzheng.sampling.site.UnorderedSample;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever ordered a test joins their order to a sample that was taken before: the sampler's record completes its task as of when it
 * came, and after it the witness's. What the order asks to be tested has to be what was taken; where the texts differ the
 * commissioner says why.
 */
@Service
public class UnorderedJoining {

    private static final int LONGEST = 500;
    private static final Set<String> COUNTS = Set.of(RecordOutcome.ACCEPTED.name(), RecordOutcome.DEFERRED.name());
    private static final int MOST_OFFERED = 200;

    private final UnorderedStore store;
    private final RecordCompletion completion;
    private final HeldSettlement holding;
    private final Commissions commissions;
    private final Sampling sampling;
    private final Processes processes;
    private final Projects projects;
    private final UnorderedNotices notices;
    private final MarkMaker maker;
    private final PhoneRegistrations phones;
    private final Identity identity;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate transaction;

    UnorderedJoining(
            UnorderedStore store,
            RecordCompletion completion,
            HeldSettlement holding,
            Commissions commissions,
            Sampling sampling,
            Processes processes,
            Projects projects,
            UnorderedNotices notices,
            MarkMaker maker,
            PhoneRegistrations phones,
            Identity identity,
            Ledger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.completion = completion;
        this.holding = holding;
        this.commissions = commissions;
        this.sampling = sampling;
        this.processes = processes;
        this.projects = projects;
        this.notices = notices;
        this.maker = maker;
        this.phones = phones;
        this.identity = identity;
        this.ledger = ledger;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * An order that the sample fits.
     *
     * @param differences where its texts are not what the sampler said; a reason is needed then
     */
    public record Offer(String caseId, String commissionNo, String place, List<String> differences) {}

    /** Orders of the acting person's that wait for their sample and that this one fits, newest first. */
    public List<Offer> offers(UnorderedSample sample) {
        if (!mayJoin(sample)) {
            return List.of();
        }
        String project =
                projects.find(sample.site().projectCode()).map(Project::name).orElse("");
        CaseFilter waiting = new CaseFilter(
                project, CaseStage.SAMPLING, null, null, null, sample.what().item(), null);
        return commissions.list(waiting, 0, MOST_OFFERED).items().stream()
                .map(CaseView::caseId)
                .filter(this::isTheirs)
                .map(commissions::find)
                .filter(order -> misfit(sample, order).isEmpty())
                .filter(order -> takeTask(order.caseId()).isPresent() && isLater(sample, order.caseId()))
                .map(order -> new Offer(
                        order.caseId(),
                        order.commissionNo(),
                        order.site().unitWorks() + "，" + order.site().part(),
                        differences(sample, order)))
                .toList();
    }

    /** Whether the acting person may have an order for it at all. */
    public boolean mayJoin(UnorderedSample sample) {
        return sample.state(CityTime.now(clock)) == UnorderedSample.State.OPEN
                && !isUnwitnessed(sample)
                && identity.acting().has(Role.COMMISSIONER);
    }

    private boolean isTheirs(String caseId) {
        Person person = identity.acting();
        return person.has(Role.COMMISSIONER) && person.employer().equals(Optional.of(commissions.clientPath(caseId)));
    }

    private Optional<OpenTask> takeTask(String caseId) {
        return processes.openTasks(List.of(caseId)).stream()
                .filter(task -> task.key().equals(RecordKind.TAKE.task()))
                .findFirst();
    }

    /** Why it cannot be that order's, as the code of a sentence. */
    private Optional<String> misfit(UnorderedSample sample, CommissionView order) {
        CaseParties own = sample.site().parties();
        CaseParties parties = order.parties();
        boolean same = order.site().projectCode().equals(sample.site().projectCode())
                && parties.contractorCode().equals(own.contractorCode())
                && parties.supervisionCode().equals(own.supervisionCode())
                && order.asked().item().equals(sample.what().item())
                && KeyText.same(order.asked().grade(), sample.what().grade())
                && order.sample().specimenCount() == sample.what().specimens();
        if (!same) {
            return Optional.of("sampling.unordered.misfit");
        }
        // What failed is tested again on what is taken again.
        return order.retest() != null && order.retest().reportNo() != null
                ? Optional.of("sampling.unordered.retest")
                : Optional.empty();
    }

    // Where a sample of the order was closed, the next is one taken after that.
    private boolean isLater(UnorderedSample sample, String caseId) {
        List<SampleView> attempts = sampling.history(caseId);
        return attempts.size() == 1
                || sample.times().arrivedAt().isAfter(attempts.get(0).marksIssuedAt());
    }

    private static List<String> differences(UnorderedSample sample, CommissionView order) {
        List<String> found = new ArrayList<>();
        differ(found, "单位工程", order.site().unitWorks(), sample.site().unitWorks());
        differ(found, "取样部位", order.site().part(), sample.site().part());
        differ(found, "批次", order.sample().batchNo(), sample.what().batch());
        return found;
    }

    private static void differ(List<String> found, String what, String ordered, String taken) {
        String order = ordered == null ? "" : ordered;
        if (!KeyText.same(order, taken)) {
            found.add("%s：委托为“%s”，取样登记为“%s”".formatted(what, order, taken));
        }
    }

    /** @throws RuleBroken where it does not fit, was not witnessed in time, or waits no longer */
    public void join(String id, String caseId, String why) {
        try {
            UnorderedSample sample = transaction.execute(status -> joined(id, caseId, why));
            holding.settleWitness(sample);
        } catch (DuplicateKeyException atOnce) {
            throw new RuleBroken("sampling.unordered.atOnce");
        }
    }

    private UnorderedSample joined(String id, String caseId, String why) {
        store.lock(id);
        UnorderedSample sample = store.find(id)
                .filter(one -> one.isSeenBy(identity.scope()))
                .orElseThrow(() -> new NotFound("sampling.unordered.unknown"));
        if (!commissions.visible(caseId) || !isTheirs(caseId)) {
            throw new RuleBroken("sampling.unordered.notCommissioner");
        }
        CommissionView order = commissions.find(caseId);
        requireOpen(sample);
        misfit(sample, order).ifPresent(code -> {
            throw new RuleBroken(code, order.commissionNo(), sample.number());
        });
        requireWitnessed(sample);
        if (!isLater(sample, caseId)) {
            throw new RuleBroken("sampling.unordered.before", order.commissionNo(), sample.number());
        }
        List<String> differences = differences(sample, order);
        if (!differences.isEmpty() && why.isBlank()) {
            throw RuleBroken.at("reason", "sampling.unordered.differs", String.join("；", differences));
        }
        String reason = differences.isEmpty() ? null : FormValues.reason(why, LONGEST);
        OpenTask task =
                takeTask(caseId).orElseThrow(() -> new RuleBroken("sampling.unordered.taken", order.commissionNo()));
        store.requireIntact(id);
        ArrivedRecord arrival = store.arrival(id).about(caseId, true, task.id());
        requireSigned(arrival);
        SampleView target = sampling.sample(caseId);
        Person by = identity.acting();
        store.end(
                id,
                new UnorderedSample.End(
                        UnorderedSample.State.JOINED,
                        caseId,
                        target.label(),
                        reason,
                        by.username(),
                        by.name(),
                        CityTime.now(clock)));
        append(sample, order, target.label(), differences, reason);
        notices.joined(sample, order.commissionNo(), differences, reason);
        RecordAnswer answer = identity.as(arrival.by(), () -> completion.once(arrival));
        if (!COUNTS.contains(answer.outcome())) {
            throw new RuleBroken("sampling.unordered.void", order.commissionNo(), sample.number(), answer.reason());
        }
        return sample;
    }

    private void requireOpen(UnorderedSample sample) {
        UnorderedSample.State state = sample.state(CityTime.now(clock));
        if (state == UnorderedSample.State.OVERDUE) {
            throw new RuleBroken(
                    "sampling.unordered.overdue",
                    sample.number(),
                    CityTime.minute(sample.times().joinBy()));
        }
        if (state != UnorderedSample.State.OPEN) {
            throw new RuleBroken("sampling.unordered.ended", sample.number());
        }
    }

    private void requireWitnessed(UnorderedSample sample) {
        if (isUnwitnessed(sample)) {
            throw new RuleBroken("sampling.unordered.unwitnessed", sample.number(), CityTime.minute(witnessBy(sample)));
        }
    }

    // Its witness's time began when it came, and may be over; of one that came late it begins with the station's
    // decision.
    private boolean isUnwitnessed(UnorderedSample sample) {
        return sample.witnessed() == null
                && !sample.times().cameLate()
                && CityTime.now(clock).isAfter(witnessBy(sample));
    }

    private Instant witnessBy(UnorderedSample sample) {
        return sample.times().arrivedAt().plus(sampling.window());
    }

    /** That no row was exchanged, or taken away, its phone's own signature says. */
    private void requireSigned(ArrivedRecord arrival) {
        boolean signed = phones.byKey(arrival.record().proof().phone())
                .filter(phone ->
                        phones.signed(phone, arrival.body().getBytes(StandardCharsets.UTF_8), arrival.signature()))
                .isPresent();
        List<String> marks = MarkMaker.codes(new FormValues(arrival.record().form()).text("marks")).stream()
                .flatMap(code -> maker.read(code).stream())
                .toList();
        if (!signed || !marks.equals(store.marks(arrival.arrivalId()))) {
            throw new RuleBroken("sampling.record.forged");
        }
    }

    private void append(
            UnorderedSample sample, CommissionView order, String label, List<String> differences, String reason) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("number", sample.number());
        content.put("commissionNo", order.commissionNo());
        content.put("sample", label);
        content.put("differences", differences);
        ledger.append(new Ledger.Fact(
                null, "sample.unordered.joined", UnorderedStore.subject(sample.id()), order.caseId(), reason, content));
    }
}
