package org.jianzheng.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.testing.Calculation.Outcome;

/** What concrete and mortar cubes share: a group broken at once, one representative value against the grade. */
abstract class CubeProcedure implements FamilyProcedure {

    static final int GROUP = 3;

    private final String family;

    CubeProcedure(String family) {
        this.family = family;
    }

    @Override
    public void check(String stage, Entered entered, Subject subject) {
        entered.rows("specimens", GROUP).forEach(row -> row.positive("loadKn"));
    }

    @Override
    public List<Map<String, Object>> rows(String list, Subject subject) {
        return FamilyProcedure.named(subject.specimenNos(1, GROUP));
    }

    @Override
    public List<String> judgedBy(Subject subject) {
        return List.of("设计强度等级 " + subject.grade());
    }

    abstract Outcome evaluate(Entered entered, Subject subject, Calculation calculation);

    abstract Map<String, String> facts(Entered entered, Subject subject);

    @Override
    public Finding conclude(Map<String, Entered> records, Subject subject, Calculation calculation, Texts texts) {
        Entered entered = records.get("main");
        Outcome outcome = evaluate(entered, subject, calculation);
        String result = outcome.text("resultMpa");
        String percent = outcome.text("percentOfGrade");
        var facts = new LinkedHashMap<>(facts(entered, subject));
        facts.put("grade", subject.grade());
        facts.put("rule", outcome.text("rule"));
        facts.put("representativeMpa", result);
        facts.put("percentOfGrade", percent);
        facts.put("sizeFactor", outcome.text("sizeFactor"));
        facts.values().removeIf(value -> value == null);
        String text =
                texts.text("testing.conclusion." + family + "." + outcome.verdict(), result, percent, subject.grade());
        return new Finding(
                outcome.verdict(),
                text,
                methodStandards(),
                judgedBy(subject),
                List.of(row(subject, outcome, texts)),
                specimens(entered, outcome),
                facts,
                calculation.lines());
    }

    static List<String> loads(Entered entered) {
        return entered.rows("specimens").stream()
                .map(row -> row.positive("loadKn"))
                .toList();
    }

    private static ResultView.RequirementRow row(Subject subject, Outcome outcome, Texts texts) {
        String result = outcome.text("resultMpa");
        String requirement =
                texts.text("testing.row.grade", subject.grade(), subject.grade().substring(1));
        String measured = result == null
                ? texts.text("testing.row.invalid")
                : texts.text("testing.row.percent", result, outcome.text("percentOfGrade"));
        return new ResultView.RequirementRow(
                texts.text("testing.row.compressive"), requirement, measured, outcome.verdict());
    }

    private static List<Map<String, String>> specimens(Entered entered, Outcome outcome) {
        List<Entered> rows = entered.rows("specimens");
        return java.util.stream.IntStream.range(0, rows.size())
                .mapToObj(i -> Rows.row(
                        "kind", "cube",
                        "no", rows.get(i).text("no", 60),
                        "loadKn", rows.get(i).decimal("loadKn"),
                        "strengthMpa", outcome.list("singlesMpa", i)))
                .toList();
    }
}
