package org.jianzheng.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.testing.Calculation.Outcome;

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

    private final Entered entered;
    private final List<Outcome> tensile;
    private final List<Boolean> bend;
    /** Empty when what failed is tested again. */
    private final Optional<Outcome> mass;

    private final Outcome lot;
    private final Texts texts;

    RebarFinding(
            Entered entered,
            List<Outcome> tensile,
            List<Boolean> bend,
            Optional<Outcome> mass,
            Outcome lot,
            Texts texts) {
        this.entered = entered;
        this.tensile = tensile;
        this.bend = bend;
        this.mass = mass;
        this.lot = lot;
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

    Finding finding(List<String> methods, List<ResultView.EvaluationLine> lines) {
        String grade = entered.required("grade", 12);
        String standard = standard(grade, entered.required("edition", 20));
        String verdict = lot.verdict();
        return new Finding(
                verdict,
                sentence(verdict, standard, grade),
                methods,
                List.of(standard),
                rows(),
                specimens(),
                Rows.row(
                        "grade", grade,
                        "diameterMm", entered.text("diameterMm", 3),
                        "edition", entered.text("edition", 20),
                        "strengthInterval", entered.text("strengthInterval", 20),
                        "ratioFrom", entered.text("ratioFrom", 20),
                        "bendType", entered.text("bendType", 20),
                        "totalMassG", entered.text("totalMassG", 20),
                        "theoreticalMassG",
                                mass.map(outcome -> outcome.text("theoreticalMassG"))
                                        .orElse(null),
                        "deviationPercent",
                                mass.map(outcome -> outcome.text("deviationPercent"))
                                        .orElse(null)),
                lines);
    }

    private String sentence(String verdict, String standard, String grade) {
        boolean again = mass.isEmpty();
        String code = "testing.conclusion.REBAR." + (again ? "again." : "") + verdict;
        Set<String> items = again && verdict.equals("PASS") ? testedItems() : failedItems();
        return texts.text(code, standard, grade, String.join("、", items));
    }

    private Set<String> testedItems() {
        var tested = new LinkedHashSet<String>();
        if (!tensile.isEmpty()) {
            tested.add(label("tensile"));
        }
        if (!bend.isEmpty()) {
            tested.add(label("bend"));
        }
        return tested;
    }

    private Set<String> failedItems() {
        var failed = new LinkedHashSet<String>();
        ITEMS.stream().filter(this::failed).map(this::label).forEach(failed::add);
        if (bend.contains(false)) {
            failed.add(label("bend"));
        }
        if (mass.filter(outcome -> !"PASS".equals(outcome.verdict())).isPresent()) {
            failed.add(label("mass"));
        }
        return failed;
    }

    private boolean failed(String item) {
        return tensile.stream().anyMatch(outcome -> outcome.list("failed").contains(item));
    }

    private String label(String item) {
        return texts.text("testing.row.rebar." + item);
    }

    private List<ResultView.RequirementRow> rows() {
        var rows = new ArrayList<ResultView.RequirementRow>();
        for (String item : ITEMS) {
            String measured = tensile.stream()
                    .map(outcome -> outcome.text(FIGURE.get(item)))
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("、"));
            if (!measured.isEmpty()) {
                String limit = tensile.get(0).limit(FIGURE.get(item));
                String verdict = limit == null ? null : failed(item) ? "FAIL" : "PASS";
                rows.add(new ResultView.RequirementRow(label(item), limit == null ? "—" : limit, measured, verdict));
            }
        }
        if (!bend.isEmpty()) {
            rows.add(bendRow());
        }
        mass.map(this::massRow).ifPresent(rows::add);
        return rows;
    }

    private ResultView.RequirementRow massRow(Outcome outcome) {
        String limit = outcome.limit("deviationPercent");
        return new ResultView.RequirementRow(
                label("mass"), limit == null ? "—" : limit, outcome.text("deviationPercent"), outcome.verdict());
    }

    private ResultView.RequirementRow bendRow() {
        String type = entered.required("bendType", 20);
        String mandrel = entered.rows("bend").get(0).decimal("mandrelMm");
        String measured = entered.rows("bend").stream()
                .map(row -> texts.text("testing.bend." + row.required("outcome", 10)))
                .collect(Collectors.joining("、"));
        return new ResultView.RequirementRow(
                label("bend"),
                texts.text("testing.row.rebar." + type, mandrel),
                measured,
                bend.contains(false) ? "FAIL" : "PASS");
    }

    private List<Map<String, String>> specimens() {
        var all = new ArrayList<Map<String, String>>();
        List<Entered> drawn = entered.rows("tensile");
        IntStream.range(0, drawn.size()).forEach(i -> all.add(tensileRow(drawn.get(i), tensile.get(i))));
        for (Entered row : entered.rows("bend")) {
            String outcome = row.required("outcome", 10);
            all.add(Rows.row(
                    "kind", "bend",
                    "no", row.text("no", 60),
                    "bendType", texts.text("testing.bend." + entered.required("bendType", 20)),
                    "mandrelMm", row.decimal("mandrelMm"),
                    "outcome", texts.text("testing.bend." + outcome),
                    "verdict", outcome.equals("NO_CRACK") ? "PASS" : "FAIL"));
        }
        for (Entered row : entered.rows("mass")) {
            all.add(Rows.row("kind", "mass", "no", row.text("no", 60), "lengthMm", row.decimal("lengthMm")));
        }
        return all;
    }

    private static Map<String, String> tensileRow(Entered row, Outcome outcome) {
        var cells = Rows.row(
                "kind", "tensile",
                "no", row.text("no", 60),
                "yieldForceKn", row.decimal("yieldForceKn"),
                "maxForceKn", row.decimal("maxForceKn"));
        ITEMS.forEach(item -> {
            String figure = outcome.text(FIGURE.get(item));
            if (figure != null) {
                cells.put(FIGURE.get(item), figure);
            }
        });
        cells.put("verdict", outcome.verdict());
        return cells;
    }
}
