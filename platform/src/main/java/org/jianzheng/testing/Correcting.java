package org.jianzheng.testing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.correction.ChangedValue;
import org.jianzheng.testing.correction.CorrectionKind;
import org.jianzheng.testing.correction.CorrectionProof;
import org.jianzheng.testing.correction.CorrectionProposal;
import org.jianzheng.testing.correction.CorrectionReason;
import org.jianzheng.testing.correction.CorrectionState;
import org.jianzheng.testing.correction.CorrectionSubject;
import org.jianzheng.testing.correction.CorrectionView;
import org.jianzheng.testing.correction.Corrections;
import org.jianzheng.testing.order.OrderView;
import org.jianzheng.testing.order.RawRecord;
import org.jianzheng.testing.order.RecordDifferences;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestResult;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.FindingVerdicts;
import org.jianzheng.testing.procedure.ResultView;
import org.springframework.stereotype.Component;

/**
 * A further version of a record is a correction of the result that stood before. Where it judges otherwise, it counts only
 * when somebody who has neither tested nor returned it agrees; until then, and if they do not, the earlier result stands.
 */
@Component
class Correcting {

    static final String NONE = "";

    private final TestStore store;
    private final TestSubjects subjects;
    private final Corrections corrections;
    private final Deciding deciding;
    private final ChineseText texts;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Correcting(
            TestStore store,
            TestSubjects subjects,
            Corrections corrections,
            Deciding deciding,
            ChineseText texts,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.corrections = corrections;
        this.deciding = deciding;
        this.texts = texts;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Answers the id of the correction that has yet to be agreed to; empty text where the result may go on. */
    String correct(String caseId) {
        TestOrder order = store.order(caseId);
        List<TestResult> results = store.results(caseId);
        // The first result corrects nothing.
        if (results.size() < 2) {
            return NONE;
        }
        TestResult newest = results.get(0);
        Optional<CorrectionView> known = corrections.about(subject(newest));
        if (known.isPresent()) {
            return known.get().state() == CorrectionState.DONE
                    ? NONE
                    : known.get().id();
        }
        return standing(results)
                .map(before -> propose(order, before, newest))
                .filter(id -> corrections.find(id).state() != CorrectionState.DONE)
                .orElse(NONE);
    }

    private static CorrectionSubject subject(TestResult result) {
        return CorrectionSubject.result(result.id());
    }

    /** The last result of an earlier pass that was not refused. */
    private Optional<TestResult> standing(List<TestResult> newestFirst) {
        int pass = newestFirst.get(0).pass();
        return newestFirst.stream()
                .filter(result -> result.pass() < pass && result.conclusion() != Verdict.PENDING)
                .filter(result -> corrections
                        .about(subject(result))
                        .map(correction -> correction.state() == CorrectionState.DONE && isProven(correction))
                        .orElse(true))
                .findFirst();
    }

    private String propose(TestOrder order, TestResult before, TestResult after) {
        List<RawRecord> records = store.records(order.caseId());
        RawRecord last = records.get(0);
        var cause = new CorrectionProposal.Cause(
                CorrectionReason.named(last.entered().text("correctionKind", 24)),
                Optional.ofNullable(last.entered().text("correctionReason", 500))
                        .orElseGet(() -> texts.text("testing.correction.noWords")));
        var effect = new CorrectionProposal.Effect(
                changes(records, before, after),
                before.conclusion().name(),
                after.conclusion().name(),
                FindingVerdicts.differ(before.finding(), after.finding()));
        return corrections.propose(new CorrectionProposal(
                subject(after),
                CorrectionKind.RECORD,
                order.caseId(),
                order.parties(),
                order.sampleNo(),
                cause,
                effect,
                false,
                barred(order, records)));
    }

    /** Whoever recorded or returned any version, and whoever acts now: the tester, or who decided what was left open. */
    private Set<String> barred(TestOrder order, List<RawRecord> records) {
        Set<String> barred =
                new TreeSet<>(List.of(order.tester(), identity.acting().username()));
        records.forEach(record -> barred.add(record.recordedBy()));
        if (order.returnedBy() != null) {
            barred.add(order.returnedBy());
        }
        barred.addAll(deciding.deciders(order.caseId()));
        corrections.ofCase(order.caseId()).forEach(earlier -> barred.addAll(earlier.barred()));
        return barred;
    }

    private List<ChangedValue> changes(List<RawRecord> records, TestResult before, TestResult after) {
        var changes = new ArrayList<ChangedValue>();
        changes.add(new ChangedValue(
                texts.text("testing.correction.conclusion"),
                verdict(before.conclusion().name()),
                verdict(after.conclusion().name())));
        var old = before.finding().rows();
        var young = after.finding().rows();
        for (int i = 0; i < Math.max(old.size(), young.size()); i++) {
            var was = i < old.size() ? old.get(i) : null;
            var is = i < young.size() ? young.get(i) : null;
            if (!shown(was).equals(shown(is))) {
                changes.add(new ChangedValue((is == null ? was : is).item(), shown(was), shown(is)));
            }
        }
        records.stream()
                .map(RawRecord::stage)
                .distinct()
                .forEach(stage -> changes.addAll(readings(records, stage, before.pass())));
        return changes;
    }

    private List<ChangedValue> readings(List<RawRecord> newestFirst, String stage, int pass) {
        Stream<RawRecord> ofStage =
                newestFirst.stream().filter(record -> record.stage().equals(stage));
        List<RawRecord> versions = ofStage.toList();
        return versions.stream()
                .filter(record -> record.pass() <= pass)
                .findFirst()
                .map(old -> RecordDifferences.between(
                                old.values(), versions.get(0).values())
                        .stream()
                        .map(this::reading)
                        .toList())
                .orElse(List.of());
    }

    private ChangedValue reading(OrderView.Change change) {
        String field = texts.label("testing.field." + change.field(), change.field());
        String label = change.row() == 0 ? field : texts.text("testing.field.inRow", change.row(), field);
        return new ChangedValue(label, or(change.before()), or(change.after()));
    }

    private String shown(ResultView.RequirementRow row) {
        if (row == null) {
            return "";
        }
        return row.verdict() == null
                ? or(row.measured())
                : or(row.measured()) + "，" + verdict(row.verdict().name());
    }

    private String verdict(String code) {
        return texts.label("testing.verdict." + code, code);
    }

    private static String or(String text) {
        return text == null ? "" : text;
    }

    /** The correction was refused: the tester records once more. Answers RETURNED, as the reviewer's return does. */
    String redo(String caseId, String correctionId) {
        CorrectionView refused = corrections.find(correctionId);
        if (refused.state() != CorrectionState.REFUSED || !refused.caseId().equals(caseId)) {
            throw new RuleBroken("testing.correction.notRefused", refused.title());
        }
        String why = refused.opinions().stream()
                .filter(said -> !said.granted())
                .map(said -> said.name() + "：" + said.opinion())
                .findFirst()
                .orElse("");
        TestOrder order = store.order(caseId);
        order.refuse(
                subjects.family(caseId).firstStage(),
                texts.text("testing.correction.refusedReason", why),
                clock.instant());
        ledger.append(new Ledger.Fact(
                null,
                "testing.returned",
                order.ledgerSubject(),
                caseId,
                order.returnReason(),
                Map.of("sampleNo", order.sampleNo(), "pass", order.pass())));
        return "RETURNED";
    }

    /**
     * The last line: nothing is reviewed or signed while a correction of it is open or refused. What rows say of it counts
     * only where the ledger says the same.
     */
    void requireSettled(String caseId) {
        List<TestResult> results = store.results(caseId);
        if (results.isEmpty()) {
            return;
        }
        TestResult newest = results.get(0);
        requireProven(caseId);
        Optional<CorrectionView> correction = corrections.about(subject(newest));
        if (correction.isPresent()) {
            requireAgreed(correction.get());
        } else if (standing(results)
                .filter(before -> FindingVerdicts.differ(before.finding(), newest.finding()))
                .isPresent()) {
            throw new RuleBroken(
                    "testing.correction.missing", store.order(caseId).sampleNo());
        }
    }

    /** Whoever has the database can add a row, but no entry of the ledger: such a result is nobody's. */
    void requireProven(String caseId) {
        store.results(caseId).stream()
                .findFirst()
                .filter(result -> !ledger.knows(result.ledgerSubject()))
                .ifPresent(rogue -> {
                    throw new RuleBroken(
                            "testing.result.unproven", store.order(caseId).sampleNo());
                });
    }

    private void requireAgreed(CorrectionView correction) {
        if (correction.state() != CorrectionState.DONE) {
            throw new RuleBroken("testing.correction.unsettled", correction.title(), correction.id());
        }
        if (!isProven(correction)) {
            throw new RuleBroken("testing.correction.unproven", correction.title(), correction.id());
        }
    }

    private boolean isProven(CorrectionView correction) {
        return corrections
                .proven(correction.id())
                .filter(CorrectionProof::settles)
                .isPresent();
    }
}
