package org.jianzheng.credit;

import static org.jianzheng.workflow.step.Milestone.ENTRY_PROPOSED;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.breach.BreachDecided;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.loop.LoopOverdue;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.step.Begins;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way an entry comes about: a recorded event, and what the station's table says of it. It happens in the event's
 * transaction, so that neither is there without the other; the house is told afterwards. A failing report is not among the
 * events: whoever reports honestly must not pay for it.
 */
@Begins(value = "credit-entry", with = ENTRY_PROPOSED)
@Component
@Transactional(propagation = Propagation.MANDATORY)
class CreditIntake {

    private static final String PROCESS = "credit-entry";
    private static final String WITHDRAWN = "记分所依据的决定已改变";

    private final CreditEntries entries;
    private final CreditRules table;
    private final Processes processes;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    CreditIntake(
            CreditEntries entries,
            CreditRules table,
            Processes processes,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.entries = entries;
        this.table = table;
        this.processes = processes;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** A later decision on the same breach takes the place of the earlier one. */
    @EventListener
    public void on(BreachDecided decided) {
        String subject = "breach:" + decided.breachId();
        String key = subject + ":" + decided.decision() + ":" + decided.at();
        var occasion = new CreditOccasion(
                key,
                subject,
                "BREACH_DECIDED",
                decided.rule(),
                decided.decision(),
                decided.at(),
                "/breaches/" + decided.breachId());
        if (!entries.knows(key)) {
            withdrawEarlier(occasion);
            record(occasion, new Employer("labs/" + decided.labCode()));
        }
    }

    /** Whoever is waited for pays, not the laboratory that found the failure. */
    @EventListener
    public void on(LoopOverdue overdue) {
        String subject = "loop:" + overdue.loopId();
        String key = subject + ":" + overdue.step() + ":" + overdue.waitingFor() + ":" + overdue.at();
        var occasion = new CreditOccasion(
                key,
                subject,
                "LOOP_OVERDUE",
                overdue.step(),
                "OVERDUE",
                overdue.at(),
                "/nonconformities/" + overdue.loopId());
        if (!entries.knows(key)) {
            record(occasion, new Employer(overdue.waitingFor()));
        }
    }

    private void record(CreditOccasion occasion, Employer house) {
        table.sanction(occasion, house).ifPresent(sanction -> {
            var entry = entries.save(new CreditEntry(
                    UUID.randomUUID().toString(), house, occasion, sanction, identity.acting(), CityTime.now(clock)));
            ledger.append(Ledger.Fact.of("credit.recorded", entry.ledgerSubject(), entry.id(), content(entry)));
            entry.runsAs(processes.start(PROCESS, entry.id(), Map.of("desk", house.desk(), "title", sanction.title())));
        });
    }

    private static Map<String, ?> content(CreditEntry entry) {
        var sanction = entry.sanction();
        return Map.of(
                "house", entry.house().path(),
                "event", entry.occasion().eventKey(),
                "code", sanction.code(),
                "category", sanction.category().name(),
                "title", sanction.title(),
                "points", sanction.points().toPlainString(),
                "cap", sanction.cap().toPlainString(),
                "months", sanction.months(),
                "veto", sanction.veto());
    }

    private void withdrawEarlier(CreditOccasion occasion) {
        entries.about(occasion.subject()).stream()
                .filter(entry -> entry.isOpen() && entry.occasion().happenedAt().isBefore(occasion.happenedAt()))
                .forEach(this::withdraw);
    }

    private void withdraw(CreditEntry entry) {
        String waitsAt = entry.state().waitsAt();
        entry.withdraw(WITHDRAWN, CityTime.now(clock));
        ledger.append(Ledger.Fact.of("credit.dismissed", entry.ledgerSubject(), entry.id(), Map.of())
                .because(WITHDRAWN));
        processes.hasten(entry.process(), waitsAt);
    }
}
