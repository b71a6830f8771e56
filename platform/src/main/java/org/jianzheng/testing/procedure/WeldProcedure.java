package org.jianzheng.testing.procedure;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/**
 * Welded joints of bars under JGJ/T 27, accepted under JGJ 18: three pulled, some kinds bent too. Tested again, what
 * failed is done on six and alone decides.
 */
class WeldProcedure implements FamilyProcedure {

    private static final int FIRST = 3;
    private static final int AGAIN = 6;

    @Override
    public void check(String stage, RecordForm entered, TestSubject subject) {
        int joints = joints(subject);
        for (RecordForm row : entered.rows("specimens", pulls(subject) ? joints : 0)) {
            row.positive("maxForceKn");
            row.choice("place", Set.of("BASE_METAL", "WELD", "HEAT_AFFECTED_ZONE"));
            row.choice("mode", Set.of("DUCTILE", "BRITTLE"));
        }
        if (bends(subject)) {
            if (bent(entered).isEmpty()) {
                throw entered.broken("bends", "testing.form.missing");
            }
            entered.rows("bends", joints).forEach(row -> row.notNegative("crackWidthMm"));
        } else if (!bent(entered).isEmpty()) {
            entered.rows("bends", 0);
        }
    }

    private static boolean pulls(TestSubject subject) {
        return subject.first() == null || subject.first().again("tensile") > 0;
    }

    private static boolean bends(TestSubject subject) {
        return subject.first() == null
                ? Standards.bends(subject.detail("weldMethod", ""))
                : subject.first().again("bend") > 0;
    }

    @Override
    public Map<String, Boolean> parts(TestSubject subject) {
        return Map.of("pulls", pulls(subject), "bends", bends(subject));
    }

    @Override
    public Map<String, Integer> again(TestFinding first, Standards standards) {
        var again = new LinkedHashMap<String, Integer>();
        Map.of("weld-tensile", "tensile", "weld-bend", "bend").forEach((method, kind) -> {
            if (first.evaluations().stream()
                    .anyMatch(line -> line.method().equals(method) && line.verdict() != Verdict.PASS)) {
                again.put(kind, standards.again(method, FIRST));
            }
        });
        return again;
    }

    private static List<RecordForm> bent(RecordForm entered) {
        return entered.rows("bends").stream()
                .filter(row -> row.has("crackWidthMm"))
                .toList();
    }

    @Override
    public List<Map<String, Object>> rows(String list, TestSubject subject) {
        int pulled = pulls(subject) ? joints(subject) : 0;
        int bent = bends(subject) ? joints(subject) : 0;
        return FamilyProcedure.named(
                list.equals("specimens") ? subject.specimenNos(1, pulled) : subject.specimenNos(1 + pulled, bent));
    }

    // Whether it is a re-test the order says; what a first test has beyond three are spare pieces.
    private static int joints(TestSubject subject) {
        return subject.first() == null ? FIRST : AGAIN;
    }

    @Override
    public Map<String, String> commissioned(TestSubject subject) {
        return TextRows.row(
                "grade", subject.sample().grade(),
                "diameterMm", subject.detail("diameterMm", null),
                "stage", subject.first() == null ? "FIRST" : "RETEST");
    }

    @Override
    public Map<String, BigDecimal> expected(RecordForm entered, TestSubject subject) {
        return ExpectedReadings.barForce(subject)
                .map(force -> Map.of("specimens.maxForceKn", force))
                .orElse(Map.of());
    }

    @Override
    public List<String> methodStandards(TestSubject subject) {
        return List.of("JGJ/T 27-2014《钢筋焊接接头试验方法标准》");
    }

    @Override
    public List<String> judgedBy(TestSubject subject) {
        return List.of("JGJ 18-2012《钢筋焊接及验收规程》");
    }

    @Override
    public TestFinding conclude(
            Map<String, RecordForm> records, TestSubject subject, Calculation calculation, ChineseText texts) {
        RecordForm entered = records.get("main");
        Optional<Outcome> tensile = Optional.of(entered.rows("specimens"))
                .filter(pulled -> !pulled.isEmpty())
                .map(pulled -> calculation.evaluate("weld-tensile", inputs(entered, pulled)));
        List<RecordForm> bent = bent(entered);
        Optional<Outcome> bend =
                bent.isEmpty() ? Optional.empty() : Optional.of(calculation.evaluate("weld-bend", bendInputs(bent)));
        return new WeldFinding(entered, tensile, bent, bend, texts)
                .finding(
                        methodStandards(subject),
                        judgedBy(subject).get(0),
                        subject.detail("weldMethod", null),
                        calculation.lines());
    }

    private static Map<String, Object> inputs(RecordForm entered, List<RecordForm> pulled) {
        List<Map<String, Object>> specimens = pulled.stream()
                .map(row -> Calculation.inputs(
                        "maxForceKn", row.reading("maxForceKn"),
                        "place", row.required("place", 20),
                        "mode", row.required("mode", 20)))
                .toList();
        return Calculation.inputs(
                "grade", entered.required("grade", 12),
                "diameterMm", Integer.valueOf(entered.required("diameterMm", 3)),
                "stage", entered.required("stage", 10),
                "specimens", specimens);
    }

    private static Map<String, Object> bendInputs(List<RecordForm> bent) {
        return Calculation.inputs(
                "crackWidthsMm",
                bent.stream().map(row -> row.reading("crackWidthMm")).toList());
    }
}
