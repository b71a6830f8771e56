package org.jianzheng.testing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jianzheng.standards.Standards;
import org.jianzheng.testing.Calculation.Outcome;

/** Mechanical splices under JGJ 107: three pulled, six on retest. */
class SpliceProcedure implements FamilyProcedure {

    private static final int FIRST = 3;

    @Override
    public void check(String stage, Entered entered, Subject subject) {
        for (Entered row : entered.rows("specimens", pulled(subject))) {
            row.positive("maxForceKn");
            row.choice("failure", Set.of("BAR", "CONNECTOR"));
        }
    }

    @Override
    public List<Map<String, Object>> rows(String list, Subject subject) {
        return FamilyProcedure.named(subject.specimenNos(1, pulled(subject)));
    }

    @Override
    public Map<String, Integer> again(Finding first, Standards standards) {
        return Map.of(
                "tensile",
                standards.again("mechanical-splice", first.specimens().size()));
    }

    // Whether it is a re-test the order says; what a first test has beyond three are spare pieces.
    private static int pulled(Subject subject) {
        return subject.first() == null ? FIRST : subject.first().again("tensile");
    }

    @Override
    public Map<String, String> commissioned(Subject subject) {
        return Rows.row(
                "grade", subject.grade(),
                "diameterMm", subject.detail("diameterMm", null),
                "splice", subject.detail("splice", null));
    }

    @Override
    public Map<String, BigDecimal> expected(Entered entered, Subject subject) {
        return Expected.barForce(subject)
                .map(force -> Map.of("specimens.maxForceKn", force))
                .orElse(Map.of());
    }

    @Override
    public List<String> methodStandards() {
        return judgedBy(null);
    }

    @Override
    public List<String> judgedBy(Subject subject) {
        return List.of("JGJ 107-2016《钢筋机械连接技术规程》");
    }

    @Override
    public Finding conclude(Map<String, Entered> records, Subject subject, Calculation calculation, Texts texts) {
        Entered entered = records.get("main");
        List<Entered> rows = entered.rows("specimens");
        Outcome outcome = calculation.evaluate("mechanical-splice", inputs(entered, rows));
        String grade = entered.required("grade", 12);
        String splice = entered.required("splice", 4);
        return new Finding(
                outcome.verdict(),
                texts.text(
                        "testing.conclusion.SPLICE." + outcome.verdict(),
                        judgedBy(subject).get(0),
                        texts.text("testing.splice." + splice),
                        outcome.text("notOk")),
                methodStandards(),
                judgedBy(subject),
                List.of(row(outcome, splice, texts)),
                specimens(rows, outcome, texts),
                Rows.row("grade", grade, "diameterMm", entered.text("diameterMm", 3), "splice", splice),
                calculation.lines());
    }

    private static Map<String, Object> inputs(Entered entered, List<Entered> rows) {
        return Calculation.inputs(
                "grade", entered.required("grade", 12),
                "splice", entered.required("splice", 4),
                "diameterMm", Integer.valueOf(entered.required("diameterMm", 3)),
                "specimens",
                        rows.stream()
                                .map(row -> Calculation.inputs(
                                        "maxForceKn", row.decimal("maxForceKn"),
                                        "failure", row.required("failure", 10)))
                                .toList());
    }

    private static ResultView.RequirementRow row(Outcome outcome, String splice, Texts texts) {
        String bar = outcome.limit("strengthsMpa.BAR");
        String connector = outcome.limit("strengthsMpa.CONNECTOR");
        String requirement = bar == null
                ? "—"
                : bar.equals(connector) ? bar : texts.text("testing.row.splice.required", bar, connector);
        return new ResultView.RequirementRow(
                texts.text("testing.row.splice"),
                requirement,
                String.join("、", outcome.list("strengthsMpa")),
                outcome.verdict());
    }

    private static List<Map<String, String>> specimens(List<Entered> rows, Outcome outcome, Texts texts) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> Rows.row(
                        "kind", "tensile",
                        "no", rows.get(i).text("no", 60),
                        "maxForceKn", rows.get(i).decimal("maxForceKn"),
                        "strengthMpa", outcome.list("strengthsMpa", i),
                        "failure", texts.text("testing.break." + rows.get(i).required("failure", 10))))
                .toList();
    }
}
