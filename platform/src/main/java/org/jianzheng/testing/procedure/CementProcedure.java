package org.jianzheng.testing.procedure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.evaluation.Reading;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.Calculation.Outcome;

/** Cement under GB/T 17671: three prisms an age, bent first, then their six halves crushed. */
class CementProcedure implements FamilyProcedure {

    static final String EARLY = "3d";
    static final String LATE = "28d";

    private static final int PRISMS = 3;
    /** mm² under the plates. */
    private static final BigDecimal HALF_PRISM = BigDecimal.valueOf(1600);
    /** 8.0 MPa over supports 100 mm apart. */
    private static final BigDecimal FLEXURAL_N = BigDecimal.valueOf(3413);

    private static final Map<String, String> EDITIONS = Map.of(
            "GB175-2023", "GB 175-2023《通用硅酸盐水泥》",
            "GB175-2007-PO", "GB 175-2007《通用硅酸盐水泥》",
            "GB175-2007-PSPFC", "GB 175-2007《通用硅酸盐水泥》");

    @Override
    public void check(String stage, RecordForm entered, TestSubject subject) {
        entered.rows("flexural", PRISMS).forEach(row -> row.positive("loadN"));
        entered.rows("compressive", 2 * PRISMS).forEach(row -> row.positive("loadKn"));
    }

    @Override
    public List<Map<String, Object>> rows(String list, TestSubject subject) {
        if (list.equals("flexural")) {
            return FamilyProcedure.named(subject.specimenNos(1, PRISMS));
        }
        return FamilyProcedure.named(IntStream.range(0, 2 * PRISMS)
                .mapToObj(half -> subject.specimenNo(1 + half / 2) + (half % 2 == 0 ? "a" : "b"))
                .toList());
    }

    @Override
    public Map<String, String> commissioned(TestSubject subject) {
        return TextRows.row(
                "edition",
                subject.detail("edition", "GB175-2023"),
                "strengthClass",
                subject.sample().grade());
    }

    // The flexural figure is that of the highest class: finer would doubt no more.
    @Override
    public Map<String, BigDecimal> expected(RecordForm entered, TestSubject subject) {
        var expected = new LinkedHashMap<String, BigDecimal>();
        ExpectedReadings.figure(subject.sample().grade()).ifPresent(grade -> {
            expected.put("flexural.loadN", FLEXURAL_N);
            expected.put("compressive.loadKn", ExpectedReadings.kilonewtons(grade, HALF_PRISM));
        });
        return expected;
    }

    @Override
    public List<String> methodStandards(TestSubject subject) {
        return List.of("GB/T 17671-2021《水泥胶砂强度检验方法（ISO法）》");
    }

    @Override
    public List<String> judgedBy(TestSubject subject) {
        return List.of(EDITIONS.getOrDefault(subject.detail("edition", "GB175-2023"), ""));
    }

    @Override
    public TestFinding conclude(
            Map<String, RecordForm> records, TestSubject subject, Calculation calculation, ChineseText texts) {
        RecordForm early = records.get(EARLY);
        String singles = early.required("singles", 20);
        var results = new LinkedHashMap<String, String>();
        var specimens = new ArrayList<SpecimenResult>();
        boolean invalid = false;
        for (String age : List.of(EARLY, LATE)) {
            RecordForm record = records.get(age);
            if (record != null) {
                invalid |= measure(age, record, singles, calculation, results, specimens);
            }
        }
        String edition = early.required("edition", 30);
        String strengthClass = early.required("strengthClass", 10);
        var inputs = Calculation.inputs("edition", edition, "strengthClass", strengthClass);
        for (String key : List.of("flexural3d", "flexural28d", "compressive3d", "compressive28d")) {
            inputs.put(key, results.get(key));
        }
        // A void group has no value; the class is then not judged at all.
        Outcome judged = invalid ? null : calculation.evaluate("cement-class", inputs);
        Verdict verdict = invalid ? Verdict.INVALID : judged.verdict();
        List<String> failed = invalid ? List.of() : judged.list("failed");
        return new TestFinding(
                verdict,
                texts.text(
                        "testing.conclusion.CEMENT." + verdict,
                        EDITIONS.get(edition),
                        strengthClass,
                        failed.stream()
                                .map(key -> texts.text("testing.row." + key))
                                .collect(Collectors.joining("、"))),
                methodStandards(subject),
                List.of(EDITIONS.get(edition)),
                rows(results, judged, records.containsKey(LATE), texts),
                specimens,
                TextRows.row("edition", edition, "grade", strengthClass, "singles", singles),
                calculation.lines());
    }

    /** True where a group is void. */
    private static boolean measure(
            String age,
            RecordForm record,
            String singles,
            Calculation calculation,
            Map<String, String> results,
            List<SpecimenResult> specimens) {
        List<RecordForm> bent = record.rows("flexural");
        List<Reading> newtons = bent.stream().map(row -> row.reading("loadN")).toList();
        Outcome flexural = calculation.evaluate("cement-flexural", Calculation.inputs("loadsN", newtons));
        List<RecordForm> crushed = record.rows("compressive");
        List<Reading> kilonewtons =
                crushed.stream().map(row -> row.reading("loadKn")).toList();
        Outcome compressive = calculation.evaluate(
                "cement-compressive", Calculation.inputs("loadsKn", kilonewtons, "singles", singles));
        results.put("flexural" + age, flexural.representative());
        results.put("compressive" + age, compressive.representative());
        specimens.addAll(specimens("flexural", age, bent, "loadN", flexural));
        specimens.addAll(specimens("compressive", age, crushed, "loadKn", compressive));
        return flexural.representative() == null || compressive.representative() == null;
    }

    private static List<SpecimenResult> specimens(
            String kind, String age, List<RecordForm> rows, String load, Outcome outcome) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new SpecimenResult(
                        kind,
                        age,
                        rows.get(i).text("no", 60),
                        TextRows.row(load, rows.get(i).reading(load), "strengthMpa", outcome.list("singlesMpa", i)),
                        null))
                .toList();
    }

    private static List<ResultView.RequirementRow> rows(
            Map<String, String> results, Outcome judged, boolean complete, ChineseText texts) {
        var rows = new ArrayList<ResultView.RequirementRow>();
        for (String key : List.of("flexural3d", "compressive3d", "flexural28d", "compressive28d")) {
            String measured = results.get(key);
            if (measured == null && !complete && key.endsWith(LATE)) {
                rows.add(new ResultView.RequirementRow(
                        texts.text("testing.row." + key),
                        limit(judged, key),
                        texts.text("testing.row.pending"),
                        Verdict.PENDING));
            } else {
                boolean failed = judged != null && judged.list("failed").contains(key);
                rows.add(new ResultView.RequirementRow(
                        texts.text("testing.row." + key),
                        limit(judged, key),
                        measured == null ? texts.text("testing.row.invalid") : measured,
                        measured == null ? Verdict.INVALID : judged == null ? null : Verdict.of(!failed)));
            }
        }
        return rows;
    }

    private static String limit(Outcome judged, String key) {
        String limit = judged == null ? null : judged.limit(key);
        return limit == null ? "—" : limit;
    }
}
