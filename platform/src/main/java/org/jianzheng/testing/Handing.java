package org.jianzheng.testing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.Notice;
import org.jianzheng.notice.Notices;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.order.Handback;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestSubject;
import org.jianzheng.testing.recording.TestGate;
import org.springframework.stereotype.Component;

/**
 * The ways out of a test that cannot go on: back to whoever orders it, and from there to the client. A result ends these
 * ways: what was found out is reported, whoever would rather not.
 */
@Component
class Handing {

    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_OBSERVATION = 1000;
    private static final List<String> STATION = List.of("station/supervisor", "station/stationadmin");

    private final TestStore store;
    private final TestGate gate;
    private final TestSubjects subjects;
    private final Commissions commissions;
    private final ChineseText texts;
    private final Notices notices;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Handing(
            TestStore store,
            TestGate gate,
            TestSubjects subjects,
            Commissions commissions,
            ChineseText texts,
            Notices notices,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.gate = gate;
        this.subjects = subjects;
        this.commissions = commissions;
        this.texts = texts;
        this.notices = notices;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** The tester cannot do it, or an administrator says so who took the task over from them. */
    void back(TestOrder order, RecordForm entered) {
        Person by = identity.acting();
        gate.sameLab(by, order.parties().labCode());
        if (!by.username().equals(order.tester()) && !by.has(Role.LABADMIN)) {
            throw new RuleBroken("testing.record.otherTester", order.orderNo(), order.testerName());
        }
        write(
                order.caseId(),
                Handback.Kind.HANDED_BACK,
                entered.choice("cause", Handback.Cause.class),
                entered.required("reason", LONGEST_REASON),
                entered.required("observed", LONGEST_OBSERVATION),
                order);
        order.handBack(clock.instant());
    }

    /** An administrator takes the test from a tester who is not there to hand it back. */
    void takeBack(TestOrder order, String reason) {
        Person by = identity.acting();
        gate.sameLab(by, order.parties().labCode());
        if (!by.has(Role.LABADMIN)) {
            throw new RuleBroken("testing.record.otherTester", order.orderNo(), order.testerName());
        }
        write(order.caseId(), Handback.Kind.HANDED_BACK, Handback.Cause.TESTER, reason, null, order);
        order.handBack(clock.instant());
    }

    /** The technical head doubts the record that is referred to them. */
    void doubt(TestOrder order, String reason) {
        write(order.caseId(), Handback.Kind.DOUBTED, null, reason, null, order);
        order.sendBack(subjects.family(order.caseId()).firstStage(), reason, identity.acting(), clock.instant());
        order.handBack(clock.instant());
    }

    /** The laboratory cannot test: the client decides what becomes of the commission, and the station knows. */
    void stop(String caseId, RecordForm entered) {
        TestSubject subject = subjects.of(caseId);
        gate.sameLab(identity.acting(), subject.parties().labCode());
        nothingFoundOut(caseId);
        String reason = entered.required("reason", LONGEST_REASON);
        TestOrder order = store.find(caseId).orElse(null);
        Handback stopped = write(caseId, Handback.Kind.STOPPED, null, reason, null, order);
        commissions.enter(caseId, CaseStage.TEST_STOPPED);
        tell(stopped, subject, "testing.notice.stopped", reason);
    }

    /** What the client decides of a stopped test. Answers CONTINUE, CORRECT or WITHDRAW. */
    String settle(String caseId, RecordForm entered) {
        Handback.Answer answer = entered.choice("decision", Handback.Answer.class);
        String reason = entered.required("reason", LONGEST_REASON);
        Handback stopped = last(caseId)
                .filter(one -> one.kind() == Handback.Kind.STOPPED)
                .orElseThrow(() -> new RuleBroken("testing.stop.not"));
        // An expression, so that an answer nobody thought of does not compile.
        Handback.Kind said =
                switch (answer) {
                    case CONTINUE -> goOn(caseId, reason);
                    case CORRECT -> reopen(caseId, reason);
                    case WITHDRAW -> withdraw(caseId, reason, stopped);
                };
        write(caseId, said, null, reason, null, store.find(caseId).orElse(null));
        return answer.name();
    }

    private Handback.Kind goOn(String caseId, String reason) {
        commissions.goOn(caseId, reason);
        return Handback.Kind.UPHELD;
    }

    private Handback.Kind reopen(String caseId, String reason) {
        if (!store.records(caseId).isEmpty()) {
            throw RuleBroken.at("decision", "testing.stop.recorded");
        }
        commissions.reopen(caseId, reason);
        return Handback.Kind.CORRECTED;
    }

    private Handback.Kind withdraw(String caseId, String reason, Handback stopped) {
        nothingFoundOut(caseId);
        commissions.withdraw(caseId, reason);
        tell(stopped, subjects.of(caseId), "testing.notice.withdrawn", reason);
        return Handback.Kind.WITHDRAWN;
    }

    private Optional<Handback> last(String caseId) {
        return store.handbacks(caseId).stream().findFirst();
    }

    // A failing result, or one that would be known to fail, is not made to disappear by ending its case; nor by
    // recording
    // its first age anew.
    private void nothingFoundOut(String caseId) {
        boolean open = store.results(caseId).stream()
                .allMatch(result -> result.conclusion() == Verdict.PENDING
                        && result.finding().rows().stream().noneMatch(row -> row.verdict() == Verdict.FAIL));
        if (!open) {
            throw RuleBroken.at("decision", "testing.stop.concluded");
        }
    }

    private Handback write(
            String caseId, Handback.Kind kind, Handback.Cause cause, String reason, String observed, TestOrder order) {
        Handback back = new Handback(caseId, kind, cause, reason, observed, order, identity.acting(), clock.instant());
        store.add(back);
        var content = new LinkedHashMap<String, Object>();
        content.put("kind", kind.name());
        content.put("cause", cause == null ? null : cause.name());
        content.put("observed", observed);
        content.put("orderNo", order == null ? null : order.orderNo());
        content.put("tester", order == null ? null : order.tester());
        content.put("machines", order == null ? null : order.machines());
        Ledger.Fact fact = new Ledger.Fact(null, action(kind), back.ledgerSubject(), caseId, reason, content);
        ledger.append(order == null ? fact : fact.alsoAbout(order.ledgerSubject()));
        return back;
    }

    private static String action(Handback.Kind kind) {
        return switch (kind) {
            case HANDED_BACK, DOUBTED -> "testing.handedBack";
            case STOPPED -> "testing.stopped";
            case UPHELD, CORRECTED, WITHDRAWN -> "testing.answered";
        };
    }

    private void tell(Handback stopped, TestSubject subject, String code, String reason) {
        String title = texts.text(code, subject.sample().sampleNo());
        String text = texts.text(
                "testing.notice.text", subject.itemName(), identity.acting().name(), reason);
        for (String to : STATION) {
            String key = stopped.ledgerSubject() + ":" + code + ":" + to;
            notices.send(new Notice(key, to, title, text, "/cases/" + subject.caseId(), subject.caseId()));
        }
    }
}
