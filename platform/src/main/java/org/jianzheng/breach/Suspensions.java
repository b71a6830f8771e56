package org.jianzheng.breach;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jianzheng.breach.openwork.OpenCase;
import org.jianzheng.breach.openwork.OpenWork;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Suspends items and lifts suspensions: at once at the gate, and with a mark on every open case they concern. */
@Component
public class Suspensions {

    private final SuspensionStore suspensions;
    private final OpenWork openWork;
    private final Registry registry;
    private final ChineseText wording;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Suspensions(
            SuspensionStore suspensions,
            OpenWork openWork,
            Registry registry,
            ChineseText wording,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.suspensions = suspensions;
        this.openWork = openWork;
        this.registry = registry;
        this.wording = wording;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** @return how many open cases are held by it */
    int suspend(Breach breach, Collection<String> items, LocalDate until) {
        int held = 0;
        for (String item : items) {
            Suspension suspension = suspensions.save(new Suspension(breach, item, CityTime.today(clock), until));
            List<String> cases = openWork.on(breach.labCode(), List.of(item)).stream()
                    .map(OpenCase::caseId)
                    .toList();
            openWork.hold(cases, suspension.id(), reason(breach, item, until));
            ledger.append(new Ledger.Fact(
                    null,
                    "breach.suspended",
                    suspension.ledgerSubject(),
                    breach.id(),
                    reason(breach, item, until),
                    Map.of("item", item, "until", Objects.toString(until, ""), "cases", cases.size())));
            held += cases.size();
        }
        registry.changed();
        return held;
    }

    private String reason(Breach breach, String item, LocalDate until) {
        String label = Catalogue.current().label(item);
        return until == null
                ? wording.text("breach.hold", label, breach.breachNo())
                : wording.text("breach.holdUntil", label, breach.breachNo(), until);
    }

    /** Lifts what still runs of the breach's suspensions. @return whether there was any */
    boolean lift(String breachId, boolean openEndedOnly) {
        LocalDate today = CityTime.today(clock);
        List<Suspension> running = suspensions.findByBreachIdOrderByItem(breachId).stream()
                .filter(one -> one.runs(today) && !(openEndedOnly && one.untilDay() != null))
                .toList();
        running.forEach(one -> {
            one.lift(identity.acting().username(), CityTime.now(clock));
            release(one);
        });
        if (!running.isEmpty()) {
            registry.changed();
        }
        return !running.isEmpty();
    }

    private void release(Suspension suspension) {
        openWork.release(suspension.id());
        suspension.release(CityTime.now(clock));
    }

    /** Suspensions whose last day is over: the gate lets pass by itself, the marks go now. @return how many */
    @Transactional
    public int releaseEnded() {
        List<Suspension> over = suspensions.over(CityTime.today(clock));
        for (Suspension one : over) {
            release(one);
            ledger.append(new Ledger.Fact(
                    null,
                    "breach.lifted",
                    one.ledgerSubject(),
                    one.breachId(),
                    wording.text("breach.liftedByItself", Objects.toString(one.untilDay(), "")),
                    Map.of("item", one.item())));
        }
        return over.size();
    }

    List<SuspensionView> of(String breachId) {
        return suspensions.findByBreachIdOrderByItem(breachId).stream()
                .map(Suspension::view)
                .toList();
    }

    List<OpenCase> held(String breachId) {
        List<String> causes = suspensions.findByBreachIdOrderByItem(breachId).stream()
                .map(Suspension::id)
                .toList();
        return causes.isEmpty() ? List.of() : openWork.heldFor(causes);
    }
}
