package org.jianzheng.testing;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SoftwareVersion;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestResult;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.Calculation;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestFinding;
import org.jianzheng.testing.procedure.TestSubject;
import org.jianzheng.testing.recording.JudgingBasis;
import org.jianzheng.testing.recording.TestAges;
import org.springframework.stereotype.Component;

/** Lets the standards speak on the current raw records, and keeps all they say. */
@Component
class Concluding {

    private final TestStore store;
    private final TestSubjects subjects;
    private final Commissions commissions;
    private final Standards standards;
    private final TestAges ages;
    private final ChineseText texts;
    private final Ledger ledger;
    private final Clock clock;

    Concluding(
            TestStore store,
            TestSubjects subjects,
            Commissions commissions,
            Standards standards,
            TestAges ages,
            ChineseText texts,
            Ledger ledger,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.commissions = commissions;
        this.standards = standards;
        this.ages = ages;
        this.texts = texts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The conclusion: PASS, FAIL, INVALID, RETEST, REFER; PENDING when a later age is still to be tested. */
    String conclude(String caseId) {
        TestOrder order = store.order(caseId);
        Map<String, RawRecord> records = store.current(order);
        TestSubject subject = subjects.of(caseId);
        if (!records.containsKey(subject.family().firstStage())) {
            throw new RuleBroken("testing.conclude.noRecord", order.orderNo());
        }
        commissions.requireAsAsked(caseId);
        // A row that the ledger does not know was put in past the platform: it is nobody's record.
        records.values().forEach(record -> {
            if (!ledger.knows(record.ledgerSubject())) {
                throw new RuleBroken("testing.record.unproven", record.recordNo());
            }
        });
        JudgingBasis basis = JudgingBasis.of(subject);
        var entered = new LinkedHashMap<String, RecordForm>();
        records.forEach((stage, record) -> entered.put(stage, basis.over(record.entered())));
        TestFinding found =
                subject.family().procedure().conclude(entered, subject, new Calculation(standards::evaluate), texts);
        TestFinding finding = ages.judged(found.under(subject.order().methodSha256()), entered, subject);
        int number = store.results(caseId).size() + 1;
        TestResult result = new TestResult(order, number, finding, SoftwareVersion.text(), clock.instant());
        store.add(result);
        if (finding.conclusion() == Verdict.PENDING) {
            order.await(subject.family().item().stageAfter(records.keySet()));
        }
        append(order, records, result, finding);
        return finding.conclusion().name();
    }

    private void append(TestOrder order, Map<String, RawRecord> records, TestResult result, TestFinding finding) {
        var content = new LinkedHashMap<String, Object>();
        content.put("orderNo", order.orderNo());
        content.put(
                "records", records.values().stream().map(RawRecord::recordNo).toList());
        content.put("conclusion", finding.conclusion().name());
        content.put("text", finding.text());
        content.put("evaluations", finding.evaluations());
        if (finding.methodSha256() != null) {
            content.put("methodSha256", finding.methodSha256());
        }
        content.put("softwareVersion", result.softwareVersion());
        ledger.append(Ledger.Fact.of("testing.concluded", result.ledgerSubject(), order.caseId(), content)
                .alsoAbout(order.ledgerSubject()));
    }
}
