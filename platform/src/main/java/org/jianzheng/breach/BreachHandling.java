package org.jianzheng.breach;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.workflow.WorkingDays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way of a breach: explanation, decision, appeal, correction, check. */
@Component
@Transactional
public class BreachHandling {

    private static final int LONG = 2000;
    private static final int SHORT = 400;

    private final BreachStore breaches;
    private final BreachActs acts;
    private final Suspensions suspensions;
    private final BreachNotices notices;
    private final Ledger ledger;
    private final WorkingDays days;
    private final ApplicationEventPublisher events;
    private final Identity identity;
    private final Clock clock;

    BreachHandling(
            BreachStore breaches,
            BreachActs acts,
            Suspensions suspensions,
            BreachNotices notices,
            Ledger ledger,
            WorkingDays days,
            ApplicationEventPublisher events,
            Identity identity,
            Clock clock) {
        this.breaches = breaches;
        this.acts = acts;
        this.suspensions = suspensions;
        this.notices = notices;
        this.ledger = ledger;
        this.days = days;
        this.events = events;
        this.identity = identity;
        this.clock = clock;
    }

    Breach breach(String id) {
        return breaches.findById(id).orElseThrow(() -> new NotFound("breach.unknown"));
    }

    public String notifyLab(String id) {
        Breach breach = breach(id);
        breach.askToExplain(in(breach.terms().explainDays()), now());
        append(breach, "breach.notified", null, Map.of("until", breach.dueAt().toString()));
        notices.opened(breach);
        return breach.breachNo();
    }

    /** Late or not, it is kept; that it was late stands beside it. */
    public void explain(String id, FormValues form) {
        Breach breach = breach(id);
        requireLab(breach);
        boolean late = breach.view().overdueAt(now());
        breach.explained(now());
        act(
                breach,
                BreachAct.Kind.EXPLAINED,
                late ? "LATE" : null,
                form.required("explanation"),
                form.text("evidence", LONG));
    }

    public void unexplained(String id) {
        Breach breach = breach(id);
        requireOver(breach);
        breach.explained(now());
        act(breach, BreachAct.Kind.UNEXPLAINED, null, "", "");
        notices.unexplained(breach);
    }

    public String decide(String id, FormValues form) {
        requireStation();
        Breach breach = breach(id);
        BreachSanction sanction =
                BreachSanction.valueOf(form.choice("decision", "DISMISS", "WARN", "CORRECT", "SUSPEND"));
        breach.decide(sanction, identity.acting().username(), in(breach.terms().appealDays()), now());
        int held = sanction == BreachSanction.SUSPEND ? suspend(breach, form) : 0;
        act(breach, BreachAct.Kind.DECIDED, sanction.name(), reason(form), "");
        events.publishEvent(
                new BreachDecided(id, breach.labCode(), breach.rule().name(), sanction.name(), now()));
        if (sanction != BreachSanction.DISMISS) {
            notices.decided(breach, held);
        }
        return sanction.name();
    }

    private int suspend(Breach breach, FormValues form) {
        if (!(form.values().get("items") instanceof List<?> items) || items.isEmpty()) {
            throw RuleBroken.at("items", "breach.decide.noItems");
        }
        LocalDate until = form.date("until").orElse(null);
        if (until != null && until.isBefore(CityTime.today(clock))) {
            throw RuleBroken.at("until", "breach.decide.past", until);
        }
        return suspensions.suspend(
                breach, items.stream().map(String::valueOf).distinct().toList(), until);
    }

    /** @return whether the laboratory appeals */
    public boolean answer(String id, FormValues form) {
        Breach breach = breach(id);
        requireLab(breach);
        if (form.choice("answer", "ACCEPT", "APPEAL").equals("APPEAL")) {
            breach.appeal(now());
            act(breach, BreachAct.Kind.APPEALED, null, form.required("reason"), "");
            notices.appealed(breach);
            return true;
        }
        carryOut(breach, BreachAct.Kind.ACCEPTED);
        return false;
    }

    public void acceptSilently(String id) {
        Breach breach = breach(id);
        requireOver(breach);
        carryOut(breach, BreachAct.Kind.SILENT);
    }

    /** A timer can be pushed by hand; whether a limit is over, the server's clock says. */
    private void requireOver(Breach breach) {
        if (breach.dueAt() == null || now().isBefore(breach.dueAt())) {
            throw new RuleBroken("breach.limit.runs", CityTime.deadline(breach.dueAt()));
        }
    }

    private void carryOut(Breach breach, BreachAct.Kind kind) {
        breach.accept(in(breach.terms().correctDays()), now());
        act(breach, kind, null, "", "");
        askToCorrect(breach);
    }

    /** @return whether the decision stands */
    public boolean ruleOnAppeal(String id, FormValues form) {
        requireStation();
        Breach breach = breach(id);
        boolean upheld = form.choice("ruling", "UPHOLD", "REVERSE").equals("UPHOLD");
        breach.ruleOnAppeal(
                upheld, identity.acting().username(), in(breach.terms().correctDays()), now());
        act(breach, BreachAct.Kind.RULED, upheld ? "UPHELD" : "REVERSED", reason(form), "");
        if (upheld) {
            askToCorrect(breach);
        } else {
            lift(breach, false, "");
            events.publishEvent(new BreachDecided(
                    id, breach.labCode(), breach.rule().name(), BreachSanction.DISMISS.name(), now()));
        }
        return upheld;
    }

    private void askToCorrect(Breach breach) {
        if (breach.state() == BreachState.CORRECTING) {
            notices.toCorrect(breach);
        }
    }

    public void correct(String id, FormValues form) {
        Breach breach = breach(id);
        requireLab(breach);
        boolean late = breach.view().overdueAt(now());
        breach.corrected(now());
        act(
                breach,
                BreachAct.Kind.CORRECTED,
                late ? "LATE" : null,
                form.required("correction"),
                form.text("proof", LONG));
    }

    /** @return whether the correction will do */
    public boolean check(String id, FormValues form) {
        requireStation();
        Breach breach = breach(id);
        boolean passed = form.choice("decision", "PASS", "RETURN").equals("PASS");
        breach.checked(passed, in(breach.terms().correctDays()), now());
        act(breach, BreachAct.Kind.CHECKED, passed ? "PASSED" : "RETURNED", form.text("reason", SHORT), "");
        if (!passed) {
            askToCorrect(breach);
        } else if (form.checked("lift")) {
            lift(breach, false, "");
        }
        return passed;
    }

    public void remind(String id) {
        Breach breach = breach(id);
        breach.overdue(now());
        append(breach, "breach.overdue", null, Map.of("state", breach.state().name()));
        notices.overdue(breach);
    }

    public void close(String id) {
        Breach breach = breach(id);
        // Nothing is left that could lift a suspension without a last day.
        lift(breach, true, "");
        breach.close(now());
        act(breach, BreachAct.Kind.CLOSED, breach.outcome().name(), "", "");
        notices.closed(breach);
    }

    /** Before its day, by somebody of the station. */
    void lift(String id, String reason) {
        Breach breach = breach(id);
        if (!lift(breach, false, reason)) {
            throw new RuleBroken("breach.lift.none");
        }
    }

    private boolean lift(Breach breach, boolean openEndedOnly, String reason) {
        boolean lifted = suspensions.lift(breach.id(), openEndedOnly);
        if (lifted) {
            act(breach, BreachAct.Kind.LIFTED, null, reason, "");
        }
        return lifted;
    }

    private static String reason(FormValues form) {
        form.required("reason");
        return form.text("reason", SHORT);
    }

    private void requireStation() {
        if (!identity.acting().ofStation()) {
            throw new RuleBroken("breach.station.only");
        }
    }

    private void requireLab(Breach breach) {
        if (identity.acting().lab().filter(breach.labCode()::equals).isEmpty()) {
            throw new RuleBroken("breach.lab.only", breach.labCode());
        }
    }

    private void act(Breach breach, BreachAct.Kind kind, String outcome, String words, String proof) {
        Person by = identity.acting();
        acts.save(new BreachAct(breach.id(), kind, outcome, words, proof, by, now()));
        Map<String, Object> content = new TreeMap<>(Map.of("words", words, "proof", proof));
        if (outcome != null) {
            content.put("outcome", outcome);
        }
        append(
                breach,
                "breach." + kind.name().toLowerCase(Locale.ROOT),
                words.isEmpty() ? null : shortened(words),
                content);
    }

    private static String shortened(String words) {
        return words.length() <= SHORT ? words : words.substring(0, SHORT) + "…";
    }

    private void append(Breach breach, String action, String reason, Map<String, ?> content) {
        ledger.append(new Ledger.Fact(null, action, breach.ledgerSubject(), breach.id(), reason, content));
    }

    private Instant in(int workingDays) {
        return days.endOfDayAfter(now(), workingDays);
    }

    private Instant now() {
        return CityTime.now(clock);
    }
}
