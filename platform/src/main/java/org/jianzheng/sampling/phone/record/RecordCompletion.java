package org.jianzheng.sampling.phone.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    private static final String BUSY = "workflow.task.busy";
    private static final int TRIES = 4;

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
                if (left == 1 || !refused.code().equals(BUSY)) {
                    throw refused;
                }
            }
        }
    }

    private RecordAnswer once(ArrivedRecord arrival) {
        SignedRecord record = arrival.record();
        String caseId = arrival.caseId();
        requireTask(arrival, processes.openTasks(List.of(caseId)));
        Optional<RecordStore.Sampled> sampled =
                record.ahead() ? store.sampled(caseId, sampling.sample(caseId).label()) : Optional.empty();
        checks.require(arrival, sampled.map(RecordStore.Sampled::at).or(() -> checks.told(arrival)));
        String label = sampling.sample(caseId).label();
        List<SitePhoto> photos = store.photosOf(arrival);
        SiteRecord site = new SiteRecord(
                record.id().toString(),
                record.proof().phone(),
                record.proof().at(),
                arrival.contactAt(),
                record.position() == null ? null : record.position().accuracy(),
                photos.stream().map(SitePhoto::proof).toList(),
                record.ahead() ? ahead(arrival, sampled) : null);
        checks.scanByWitness(arrival);
        arriving.during(site, () -> {
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

    private SiteRecord.Ahead ahead(ArrivedRecord arrival, Optional<RecordStore.Sampled> sampled) {
        Instant from = sampled.filter(RecordStore.Sampled::cameLate)
                .map(RecordStore.Sampled::at)
                .orElseGet(() -> sampling.sample(arrival.caseId()).taken().at());
        return new SiteRecord.Ahead(arrival.at(), from);
    }

    // A task that is open is of that case and kind; one that is not, the workflow knows what became of it.
    private static void requireTask(ArrivedRecord arrival, List<OpenTask> open) {
        String taskId = arrival.about().taskId();
        boolean other = open.stream()
                .anyMatch(task -> task.id().equals(taskId)
                        && !task.key().equals(arrival.record().kind().task()));
        boolean there = open.stream().anyMatch(task -> task.id().equals(taskId));
        if (other) {
            throw new RuleBroken("sampling.record.otherTask");
        }
        if (!there) {
            throw new RuleBroken("workflow.task.unknown");
        }
    }

    private static RecordOutcome outcome(String state) {
        return switch (state) {
            case "LATE", "GIVEN_UP" -> RecordOutcome.VOID;
            case "TAKING_UNDECIDED", "WITNESSING_UNDECIDED" -> RecordOutcome.DEFERRED;
            default -> RecordOutcome.ACCEPTED;
        };
    }
}
