package org.jianzheng.testing.procedure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.OpenParameter;
import org.jianzheng.standards.evaluation.OpenParameter.Relation;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/**
 * A test that no folder knows: what is measured, by which standard and against what is the order's. A row of the record is a
 * parameter, and its number is the parameter's name.
 */
public final class OpenProcedure implements FamilyProcedure {

    private static final String PARAMETERS = "parameters";
    private static final String METHOD = "open-item";
    private static final int LONGEST = 200;

    @Override
    public void check(String stage, RecordForm entered, TestSubject subject) {
        List<OpenParameter> ordered = ordered(subject);
        List<RecordForm> rows = entered.rows(PARAMETERS, ordered.size());
        for (int i = 0; i < rows.size(); i++) {
            RecordForm row = rows.get(i);
            row.required("readings", LONGEST);
            if (ordered.get(i).relation() == Relation.STATED) {
                row.required("conforms", LONGEST);
                requireNone(row, "value", ordered.get(i));
            } else {
                row.reading("value");
                requireNone(row, "conforms", ordered.get(i));
            }
        }
    }

    // A conformity that a tester ticks beside a number would be one verdict too many.
    private static void requireNone(RecordForm row, String field, OpenParameter parameter) {
        if (row.has(field)) {
            throw row.broken(field, "testing.open.notAsked", parameter.name(), parameter.required());
        }
    }

    /** What the order says is to be measured; empty of an order of another item. */
    public static List<OpenParameter> ordered(TestSubject subject) {
        String written = subject.detail(PARAMETERS, null);
        return written == null ? List.of() : OpenParameter.read(written);
    }

    @Override
    public List<Map<String, Object>> rows(String list, TestSubject subject) {
        return list.equals(PARAMETERS)
                ? FamilyProcedure.named(
                        ordered(subject).stream().map(OpenParameter::name).toList())
                : List.of();
    }

    /** The requirements stand in words in the head of the form; the evaluation takes them from the order itself. */
    @Override
    public Map<String, String> commissioned(TestSubject subject) {
        Map<String, String> fixed = new LinkedHashMap<>();
        List.of("testName", "testStandard", "productStandard")
                .forEach(field -> fixed.put(field, subject.detail(field, "—")));
        fixed.put(
                "requirements",
                ordered(subject).stream().map(OpenParameter::text).collect(Collectors.joining("；")));
        return fixed;
    }

    @Override
    public List<String> methodStandards(TestSubject subject) {
        return List.of(Standards.titled(subject.detail("testStandard", "—")));
    }

    @Override
    public List<String> judgedBy(TestSubject subject) {
        return List.of(Standards.titled(subject.detail("productStandard", "—")));
    }

    @Override
    public TestFinding conclude(
            Map<String, RecordForm> records, TestSubject subject, Calculation calculation, ChineseText texts) {
        List<OpenParameter> ordered = ordered(subject);
        List<RecordForm> rows = records.get(subject.family().firstStage()).rows(PARAMETERS, ordered.size());
        Outcome outcome = calculation.evaluate(METHOD, Map.of(PARAMETERS, inputs(ordered, rows)));
        List<SpecimenResult> found = IntStream.range(0, ordered.size())
                .mapToObj(i -> found(ordered.get(i), rows.get(i), outcome, i))
                .toList();
        return new TestFinding(
                outcome.verdict(),
                texts.text(
                        "testing.conclusion.OPEN." + outcome.verdict(),
                        subject.sample().sampleName(),
                        judgedBy(subject).get(0)),
                methodStandards(subject),
                judgedBy(subject),
                found.stream().map(OpenProcedure::requirement).toList(),
                found,
                commissioned(subject),
                calculation.lines());
    }

    private static List<Map<String, Object>> inputs(List<OpenParameter> ordered, List<RecordForm> rows) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (int i = 0; i < ordered.size(); i++) {
            Map<String, Object> input = new LinkedHashMap<>(ordered.get(i).row());
            List.of("name", "unit", "words").forEach(input::remove);
            RecordForm row = rows.get(i);
            if (ordered.get(i).relation() == Relation.STATED) {
                input.put("conforms", Boolean.valueOf(row.text("conforms", LONGEST)));
            } else {
                input.put("value", row.reading("value"));
            }
            inputs.add(input);
        }
        return inputs;
    }

    private static SpecimenResult found(OpenParameter parameter, RecordForm row, Outcome outcome, int position) {
        boolean stated = parameter.relation() == Relation.STATED;
        Verdict verdict = Verdict.valueOf(outcome.list("verdicts", position));
        Map<String, String> figures = TextRows.row(
                "unit",
                parameter.unit().isEmpty() ? "—" : parameter.unit(),
                "required",
                parameter.required(),
                "readings",
                row.text("readings", LONGEST),
                "value",
                stated ? (verdict == Verdict.PASS ? "符合" : "不符合") : outcome.list("values", position));
        return new SpecimenResult("parameter", null, parameter.name(), figures, verdict);
    }

    private static ResultView.RequirementRow requirement(SpecimenResult found) {
        Map<String, String> figures = found.figures();
        String unit = figures.get("unit").equals("—") ? "" : "（" + figures.get("unit") + "）";
        return new ResultView.RequirementRow(
                found.no() + unit, figures.get("required"), figures.get("value"), found.verdict());
    }
}
