package org.jianzheng.testing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestResult;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.testing.procedure.TestFinding;
import org.jianzheng.testing.procedure.TextRows;
import org.jianzheng.testing.recording.TestGate;
import org.springframework.stereotype.Component;

/**
 * What the standard does not list, the laboratory's technical head decides, and says why (JGJ 18 table 5.1.7 leaves some
 * ways of breaking open). What the standard said stays as it was: the decision is a further result.
 */
@Component
class Deciding {

    /** It is printed under the conclusion. */
    private static final int LONGEST_REASON = 200;

    private static final String DECIDED = "testing.decided";
    private static final String RETURN = "RETURN";
    private static final List<Verdict> ORDER =
            List.of(Verdict.PASS, Verdict.FAIL, Verdict.RETEST, Verdict.UNJUDGED, Verdict.INVALID);

    private final TestStore store;
    private final TestGate gate;
    private final Handing handing;
    private final ChineseText texts;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Deciding(
            TestStore store,
            TestGate gate,
            Handing handing,
            ChineseText texts,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.gate = gate;
        this.handing = handing;
        this.texts = texts;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Answers the conclusion, or RETURNED where the record is to be made anew. */
    String decide(String caseId, RecordForm entered) {
        TestOrder order = store.order(caseId);
        Person head = identity.acting();
        mayDecide(head, order);
        TestResult referred = referred(order);
        String conclusion = conclusion(entered, referred.finding());
        String reason = entered.required("reason", LONGEST_REASON);
        if (conclusion.equals(RETURN)) {
            handing.doubt(order, reason);
            return "RETURNED";
        }
        TestFinding finding = referred.finding();
        String text = texts.text(
                "testing.conclusion.decided",
                finding.text(),
                head.name(),
                texts.text("testing.verdict." + conclusion),
                reason);
        var result = new TestResult(
                order,
                referred.numberInCase() + 1,
                finding.decided(Verdict.valueOf(conclusion), text),
                referred.softwareVersion(),
                clock.instant());
        store.add(result);
        ledger.append(new Ledger.Fact(
                null,
                DECIDED,
                result.ledgerSubject(),
                caseId,
                reason,
                Map.of("orderNo", order.orderNo(), "conclusion", conclusion, "text", text)));
        return conclusion;
    }

    // Whether a late test serves is open; whether the specimens were strong enough is not.
    private String conclusion(RecordForm entered, TestFinding finding) {
        String conclusion = entered.required("conclusion", 20);
        if (!choices(finding).contains(conclusion)) {
            throw entered.broken("conclusion", "testing.decide.otherChoice", said(finding));
        }
        return conclusion;
    }

    private static Set<String> choices(TestFinding finding) {
        Set<String> choices = new LinkedHashSet<>();
        ORDER.stream().filter(finding.open()::contains).map(Verdict::name).forEach(choices::add);
        choices.add(RETURN);
        return choices;
    }

    private String said(TestFinding finding) {
        return choices(finding).stream()
                .map(choice -> texts.text("testing.decide.choice." + choice))
                .collect(Collectors.joining("、"));
    }

    private void mayDecide(Person head, TestOrder order) {
        gate.sameLab(head, order.parties().labCode());
        if (!head.has(Role.TECHNICALHEAD)) {
            throw new RuleBroken("testing.decide.otherRole");
        }
        boolean tested = head.username().equals(order.tester())
                || store.records(order.caseId()).stream()
                        .anyMatch(record -> record.recordedBy().equals(head.username()));
        if (tested) {
            throw new RuleBroken("testing.decide.ownTest", head.name());
        }
    }

    /** User names of those who decided what the standard left open, as the ledger has them. */
    Set<String> deciders(String caseId) {
        return store.results(caseId).stream()
                .flatMap(result -> ledger.ofSubject(result.ledgerSubject()).stream())
                .filter(entry -> entry.action().equals(DECIDED))
                .map(LedgerLine::actor)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the form shows: the finding that leaves it open. */
    Map<String, Object> sheet(String caseId) {
        TestFinding finding = referred(store.order(caseId)).finding();
        var sheet = new LinkedHashMap<String, Object>();
        sheet.put("text", finding.text());
        sheet.put("rows", finding.rows().stream().map(this::row).toList());
        sheet.put("choices", said(finding));
        return sheet;
    }

    private Map<String, String> row(ResultView.RequirementRow row) {
        return TextRows.row(
                "item", row.item(),
                "requirement", row.requirement(),
                "measured", row.measured(),
                "verdict", row.verdict() == null ? "—" : texts.text("testing.verdict." + row.verdict()));
    }

    private TestResult referred(TestOrder order) {
        List<TestResult> results = store.results(order.caseId());
        return results.stream()
                .findFirst()
                .filter(last -> last.pass() == order.pass() && last.conclusion() == Verdict.REFER)
                .orElseThrow(() -> new RuleBroken("testing.decide.nothing"));
    }
}
