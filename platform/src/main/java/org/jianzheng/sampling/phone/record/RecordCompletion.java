package org.jianzheng.sampling.phone.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.event.CustodyRecorded;
import org.jianzheng.sampling.event.HeadTurn;
import org.jianzheng.sampling.event.SiteRecordKept;
import org.jianzheng.sampling.phone.contact.Contacts;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.sampling.site.ArrivingRecord;
import org.jianzheng.sampling.site.RecordOutcome;
import org.jianzheng.sampling.site.SiteRecord;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Completes the task with what the phone sent, and keeps what it sent, in one transaction: neither is there without the other. */
@Component
class RecordCompletion {

    /** Somebody was at the same task: claimed it, gave it back, or completed it. */
    private static final Set<String> MEANWHILE =
            Set.of("workflow.task.busy", "workflow.task.free", "workflow.task.taken");

    private static final int TRIES = 4;
    /** Whoever had no network cannot know that a colleague claimed the task at a desk meanwhile. */
    private static final String UNKNOWN_THEN = "手机现场登记，签名时不知任务已由同事认领";

    private final RecordChecks checks;
    private final RecordStore store;
    private final PhotoWarnings warnings;
    private final Contacts contacts;
    private final ArrivingRecord arriving;
    private final Sampling sampling;
    private final Processes processes;
    private final Commissions commissions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    RecordCompletion(
            RecordChecks checks,
            RecordStore store,
            PhotoWarnings warnings,
            Contacts contacts,
            ArrivingRecord arriving,
            Sampling sampling,
            Processes processes,
            Commissions commissions,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.checks = checks;
        this.store = store;
        this.warnings = warnings;
        this.contacts = contacts;
        this.arriving = arriving;
        this.sampling = sampling;
        this.processes = processes;
        this.commissions = commissions;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws RuleBroken when nothing was completed and nothing kept */
    RecordAnswer complete(ArrivedRecord arrival) {
        for (int left = TRIES; ; left--) {
            try {
                return transaction.execute(status -> once(arrival));
            } catch (RuleBroken refused) {
                if (left == 1 || !MEANWHILE.contains(refused.code())) {
                    throw refused;
                }
            }
        }
    }

    /** As part of the caller's transaction. */
    RecordAnswer once(ArrivedRecord arrival) {
        SignedRecord record = arrival.record();
        String caseId = arrival.caseId();
        OpenTask task = requireTask(arrival, processes.openTasks(List.of(caseId)));
        if (record.giveBack()) {
            return giveBack(arrival, task);
        }
        Optional<RecordStore.Sampled> sampled =
                record.ahead() ? store.sampled(caseId, sampling.sample(caseId).label()) : Optional.empty();
        checks.require(arrival, sampled.map(RecordStore.Sampled::at).or(() -> checks.told(arrival)));
        String label = sampling.sample(caseId).label();
        List<SitePhoto> photos = store.photosOf(arrival);
        SiteRecord site = arrival.site(photos, held(arrival, sampled));
        takeOver(arrival, task);
        arriving.during(site, () -> {
            checks.scanByWitness(arrival);
            processes.complete(arrival.about().taskId(), checks.form(record));
            return null;
        });
        SampleView sample = sampling.history(caseId).stream()
                .filter(attempt -> attempt.label().equals(label))
                .findFirst()
                .orElseThrow();
        RecordOutcome outcome = outcome(sample.state());
        String reason = outcome == RecordOutcome.ACCEPTED ? null : sample.reason();
        store.add(arrival, outcome, label, reason);
        warnings.check(arrival, label, photos);
        if (outcome == RecordOutcome.ACCEPTED || outcome == RecordOutcome.DEFERRED) {
            events.publishEvent(kept(arrival, sample));
        }
        return RecordAnswer.of(record.id().toString(), outcome, reason);
    }

    /** It is nothing of the sample's: it names none. */
    private RecordAnswer giveBack(ArrivedRecord arrival, OpenTask task) {
        processes.giveBack(task.id());
        store.add(arrival, RecordOutcome.GIVEN_BACK, null, null);
        return RecordAnswer.of(arrival.record().id().toString(), RecordOutcome.GIVEN_BACK, null);
    }

    private SiteRecordKept kept(ArrivedRecord arrival, SampleView sample) {
        SignedRecord record = arrival.record();
        return new SiteRecordKept(
                arrival.arrivalId(),
                record.kind() == RecordKind.TAKE ? CustodyRecorded.Step.TAKING : CustodyRecorded.Step.WITNESSING,
                sample.label(),
                sample.caseId(),
                commissions.find(sample.caseId()).parties().labCode(),
                arrival.at(),
                arrival.by().username(),
                arrival.by().name(),
                record.photosOf(SignedRecord.Purpose.PERSON),
                turn(arrival));
    }

    private SiteRecordKept.Turn turn(ArrivedRecord arrival) {
        SignedRecord record = arrival.record();
        HeadTurn asked = Optional.ofNullable(record.prompt())
                .map(SignedRecord.Prompt::contact)
                .filter(contact -> contacts.read(contact, arrival.phoneId()).isPresent())
                .map(HeadTurn::askedAfter)
                .orElse(null);
        return new SiteRecordKept.Turn(asked, record.photosOf(SignedRecord.Purpose.TURNED));
    }

    private SiteRecord.Held held(ArrivedRecord arrival, Optional<RecordStore.Sampled> sampled) {
        if (arrival.record().withoutOrder()) {
            return new SiteRecord.Held(arrival.arrivalId(), arrival.at(), null);
        }
        if (!arrival.record().ahead()) {
            return null;
        }
        Instant from = sampled.filter(RecordStore.Sampled::cameLate)
                .map(RecordStore.Sampled::at)
                .orElseGet(() -> sampling.sample(arrival.caseId()).taken().at());
        return new SiteRecord.Held(arrival.arrivalId(), arrival.at(), from);
    }

    // A task that is open is of that case and kind; one that is not, the workflow knows what became of it.
    private static OpenTask requireTask(ArrivedRecord arrival, List<OpenTask> open) {
        OpenTask task = open.stream()
                .filter(one -> one.id().equals(arrival.about().taskId()))
                .findFirst()
                .orElseThrow(() -> new RuleBroken("workflow.task.unknown"));
        if (!task.key().equals(arrival.record().kind().task())) {
            throw new RuleBroken("sampling.record.otherTask");
        }
        return task;
    }

    /** What a colleague has claimed is taken over with its reason, as at a desk. */
    private void takeOver(ArrivedRecord arrival, OpenTask task) {
        if (task.assignee() == null || task.assignee().equals(arrival.by().username())) {
            return;
        }
        String said = arrival.record().takeOver();
        boolean silent = said == null || said.isBlank();
        // What was done on the site is not lost to a claim at a desk; whoever ends a colleague's task says why.
        String reason = silent && arrival.record().kind().isDone(arrival.record()) ? UNKNOWN_THEN : said;
        processes.takeOver(task.id(), Map.of("reason", reason == null ? "" : reason));
    }

    private static RecordOutcome outcome(String state) {
        return switch (state) {
            case "LATE", "GIVEN_UP" -> RecordOutcome.VOID;
            case "TAKING_UNDECIDED", "WITNESSING_UNDECIDED" -> RecordOutcome.DEFERRED;
            default -> RecordOutcome.ACCEPTED;
        };
    }
}
