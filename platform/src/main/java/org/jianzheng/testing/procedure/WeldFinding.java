package org.jianzheng.testing.procedure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.evaluation.Reading;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/**
 * The conclusion of a lot of welded joints as a report words it.
 *
 * @param tensile empty where only the bend test is done again
 * @param bend empty where nothing is bent
 */
record WeldFinding(
        RecordForm entered,
        Optional<Outcome> tensile,
        List<RecordForm> bent,
        Optional<Outcome> bend,
        ChineseText texts) {

    /** Worst first: one of two tests decides for both. */
    private static final List<Verdict> SEVERITY = List.of(Verdict.FAIL, Verdict.REFER, Verdict.RETEST, Verdict.PASS);

    private static final BigDecimal BROKEN_FROM_MM = new BigDecimal("0.5");

    TestFinding finding(
            List<String> methods, String standard, String weldMethod, List<ResultView.EvaluationLine> evaluations) {
        Verdict verdict = verdict();
        String grade = entered.required("grade", 12);
        return new TestFinding(
                verdict,
                texts.text("testing.conclusion.WELD." + verdict, standard, grade),
                methods,
                List.of(standard),
                rows(),
                specimens(),
                TextRows.row(
                        "grade",
                        grade,
                        "diameterMm",
                        entered.text("diameterMm", 3),
                        "stage",
                        entered.text("stage", 10),
                        "weldMethod",
                        weldMethod),
                evaluations);
    }

    private Verdict verdict() {
        List<Verdict> said = Stream.of(tensile, bend)
                .flatMap(Optional::stream)
                .map(Outcome::verdict)
                .toList();
        return SEVERITY.stream().filter(said::contains).findFirst().orElseThrow();
    }

    private List<ResultView.RequirementRow> rows() {
        var rows = new ArrayList<ResultView.RequirementRow>();
        tensile.ifPresent(outcome -> {
            rows.add(strengths(outcome));
            rows.add(breaks(outcome));
        });
        bend.ifPresent(outcome -> rows.add(new ResultView.RequirementRow(
                texts.text("testing.row.weld.bend"),
                texts.text("testing.row.weld.bend.required"),
                texts.text("testing.row.weld.bend.broken", outcome.text("broken")),
                outcome.verdict())));
        return rows;
    }

    private ResultView.RequirementRow strengths(Outcome outcome) {
        String limit = outcome.limit("rmMpa");
        return new ResultView.RequirementRow(
                texts.text("testing.row.tensile"),
                limit == null ? "—" : limit,
                String.join("、", outcome.list("rmMpa")),
                null);
    }

    private ResultView.RequirementRow breaks(Outcome outcome) {
        String breaks = entered.rows("specimens").stream()
                .map(row -> words(row, "place") + words(row, "mode"))
                .collect(Collectors.joining("、"));
        return new ResultView.RequirementRow(
                texts.text("testing.row.weld.breaks"),
                texts.text("testing.row.weld.breaks.required"),
                breaks,
                outcome.verdict());
    }

    private String words(RecordForm row, String field) {
        return texts.text("testing.break." + row.required(field, 20));
    }

    private List<SpecimenResult> specimens() {
        var all = new ArrayList<SpecimenResult>();
        List<RecordForm> pulled = entered.rows("specimens");
        tensile.ifPresent(outcome -> IntStream.range(0, pulled.size())
                .forEach(i -> all.add(SpecimenResult.of(
                        "tensile",
                        pulled.get(i).text("no", 60),
                        TextRows.row(
                                "maxForceKn", pulled.get(i).reading("maxForceKn"),
                                "rmMpa", outcome.list("rmMpa", i),
                                "place", words(pulled.get(i), "place"),
                                "mode", words(pulled.get(i), "mode"))))));
        bent.stream().map(this::bentRow).forEach(all::add);
        return all;
    }

    private SpecimenResult bentRow(RecordForm row) {
        Reading crack = row.reading("crackWidthMm");
        boolean broken = crack.value().compareTo(BROKEN_FROM_MM) >= 0;
        String outcome = texts.text(broken ? "testing.bend.BROKEN" : "testing.bend.WHOLE");
        return SpecimenResult.of("bend", row.text("no", 60), TextRows.row("crackWidthMm", crack, "outcome", outcome));
    }
}
