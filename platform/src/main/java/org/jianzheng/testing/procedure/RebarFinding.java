package org.jianzheng.testing.procedure;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.evaluation.Reading;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/** The conclusion of a lot of bars as a report words it. */
class RebarFinding {

    private static final List<String> ITEMS = List.of("ReL", "Rm", "A", "Agt", "Rm/ReL", "ReL/ReLk");
    private static final Map<String, String> FIGURE = Map.of(
            "ReL", "relMpa",
            "Rm", "rmMpa",
            "A", "aPercent",
            "Agt", "agtPercent",
            "Rm/ReL", "rmOverRel",
            "ReL/ReLk", "relOverStandard");

    private final RecordForm entered;
    private final BarResults measured;
    private final Verdict verdict;
    private final ChineseText texts;

    RebarFinding(RecordForm entered, BarResults measured, Verdict verdict, ChineseText texts) {
        this.entered = entered;
        this.measured = measured;
        this.verdict = verdict;
        this.texts = texts;
    }

    /** Plain bars have a standard of their own. */
    static String standard(String grade, String edition) {
        boolean current = !edition.endsWith("2018");
        if ("HPB300".equals(grade)) {
            return current ? "GB 1499.1-2024《钢筋混凝土用钢 第1部分：热轧光圆钢筋》" : "GB/T 1499.1-2017《钢筋混凝土用钢 第1部分：热轧光圆钢筋》";
        }
        return current ? "GB 1499.2-2024《钢筋混凝土用钢 第2部分：热轧带肋钢筋》" : "GB/T 1499.2-2018《钢筋混凝土用钢 第2部分：热轧带肋钢筋》";
    }

    TestFinding finding(List<String> methods, List<ResultView.EvaluationLine> lines) {
        String grade = entered.required("grade", 12);
        String standard = standard(grade, entered.required("edition", 20));
        return new TestFinding(
                verdict,
                sentence(standard, grade),
                methods,
                List.of(standard),
                rows(),
                specimens(),
                TextRows.row(
                        "grade", grade,
                        "diameterMm", entered.text("diameterMm", 3),
                        "edition", entered.text("edition", 20),
                        "strengthInterval", entered.text("strengthInterval", 20),
                        "ratioFrom", entered.text("ratioFrom", 20),
                        "bendType", entered.text("bendType", 20),
                        "totalMassG", entered.text("totalMassG", 20),
                        "theoreticalMassG",
                                measured.mass()
                                        .map(outcome -> outcome.text("theoreticalMassG"))
                                        .orElse(null),
                        "deviationPercent",
                                measured.mass()
                                        .map(outcome -> outcome.text("deviationPercent"))
                                        .orElse(null)),
                lines);
    }

    private String sentence(String standard, String grade) {
        boolean again = measured.mass().isEmpty();
        String code = "testing.conclusion.REBAR." + (again ? "again." : "") + verdict;
        return texts.text(code, standard, grade, String.join("、", named(again)));
    }

    private Set<String> named(boolean again) {
        if (verdict == Verdict.INVALID) {
            return voidItems();
        }
        return again && verdict == Verdict.PASS ? testedItems() : failedItems();
    }

    private Set<String> testedItems() {
        var tested = new LinkedHashSet<String>();
        if (!measured.tensile().isEmpty()) {
            tested.add(label("tensile"));
        }
        if (!measured.bend().isEmpty()) {
            tested.add(label("bend"));
        }
        return tested;
    }

    private Set<String> failedItems() {
        var failed = new LinkedHashSet<String>();
        ITEMS.stream().filter(measured::failed).map(this::label).forEach(failed::add);
        if (measured.cracked()) {
            failed.add(label("bend"));
        }
        if (measured.light()) {
            failed.add(label("mass"));
        }
        return failed;
    }

    private Set<String> voidItems() {
        var empty = new LinkedHashSet<String>();
        ITEMS.stream().filter(measured::isVoid).map(this::label).forEach(empty::add);
        if (measured.bend().contains(Verdict.INVALID)) {
            empty.add(label("bend"));
        }
        return empty;
    }

    private String label(String item) {
        return texts.text("testing.row.rebar." + item);
    }

    private List<ResultView.RequirementRow> rows() {
        var rows = new ArrayList<ResultView.RequirementRow>();
        for (String item : ITEMS) {
            String figures = measured.tensile().stream()
                    .map(outcome -> outcome.text(FIGURE.get(item)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("、"));
            if (!figures.isEmpty()) {
                String limit = measured.tensile().get(0).limit(FIGURE.get(item));
                Verdict judged = limit == null ? null : judged(item);
                rows.add(new ResultView.RequirementRow(label(item), limit == null ? "—" : limit, figures, judged));
            }
        }
        if (!measured.bend().isEmpty()) {
            rows.add(bendRow());
        }
        measured.mass().map(this::massRow).ifPresent(rows::add);
        return rows;
    }

    private Verdict judged(String item) {
        return measured.failed(item) ? Verdict.FAIL : measured.isVoid(item) ? Verdict.INVALID : Verdict.PASS;
    }

    private ResultView.RequirementRow massRow(Outcome outcome) {
        String limit = outcome.limit("deviationPercent");
        return new ResultView.RequirementRow(
                label("mass"), limit == null ? "—" : limit, outcome.text("deviationPercent"), outcome.verdict());
    }

    private ResultView.RequirementRow bendRow() {
        String type = entered.required("bendType", 20);
        Reading mandrel = entered.rows("bend").get(0).reading("mandrelMm");
        String outcomes = entered.rows("bend").stream()
                .map(row -> texts.text("testing.bend." + row.required("outcome", 10)))
                .collect(Collectors.joining("、"));
        return new ResultView.RequirementRow(
                label("bend"),
                texts.text("testing.row.rebar." + type, mandrel),
                outcomes,
                measured.cracked()
                        ? Verdict.FAIL
                        : measured.bend().contains(Verdict.INVALID) ? Verdict.INVALID : Verdict.PASS);
    }

    private List<SpecimenResult> specimens() {
        var all = new ArrayList<SpecimenResult>();
        List<RecordForm> drawn = entered.rows("tensile");
        IntStream.range(0, drawn.size())
                .forEach(
                        i -> all.add(tensileRow(drawn.get(i), measured.tensile().get(i))));
        List<RecordForm> bent = entered.rows("bend");
        IntStream.range(0, bent.size())
                .forEach(i -> all.add(bendRow(bent.get(i), measured.bend().get(i))));
        for (RecordForm row : entered.rows("mass")) {
            all.add(SpecimenResult.of("mass", row.text("no", 60), TextRows.row("lengthMm", row.reading("lengthMm"))));
        }
        return all;
    }

    private SpecimenResult bendRow(RecordForm row, Verdict judged) {
        Map<String, String> figures = TextRows.row(
                "bendType", texts.text("testing.bend." + entered.required("bendType", 20)),
                "mandrelMm", row.reading("mandrelMm"),
                "angleDeg", row.positiveOrNull("angleDeg"),
                "backAngleDeg", row.positiveOrNull("backAngleDeg"),
                "outcome", texts.text("testing.bend." + row.required("outcome", 10)));
        return new SpecimenResult("bend", null, row.text("no", 60), figures, judged);
    }

    private SpecimenResult tensileRow(RecordForm row, Outcome outcome) {
        var figures =
                TextRows.row("yieldForceKn", row.reading("yieldForceKn"), "maxForceKn", row.reading("maxForceKn"));
        ITEMS.forEach(item -> {
            String figure = outcome.text(FIGURE.get(item));
            if (figure != null) {
                figures.put(FIGURE.get(item), figure);
            }
        });
        if (row.has("fracturePlace")) {
            figures.put("fracturePlace", texts.text("testing.fracture." + row.text("fracturePlace", 20)));
        }
        return new SpecimenResult("tensile", null, row.text("no", 60), figures, outcome.verdict());
    }
}
