package org.jianzheng.testing.procedure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.records.ChineseText;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Reading;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * Bars under GB/T 28900: pulled and bent as many as the lot takes, five weighed together. Tested again, what failed is done
 * on double specimens and alone decides.
 */
class RebarProcedure implements FamilyProcedure {

    /** Of an order that is older than the table of counts. */
    private static final int TENSILE = 2;

    private static final int BENT = 2;
    private static final int WEIGHED = 5;

    private static final String TENSION = "tensile";
    private static final String BENDING = "bend";
    private static final String PLACE = "fracturePlace";
    private static final String ANGLE = "angleDeg";
    private static final String BACK_ANGLE = "backAngleDeg";
    private static final String REVERSE = "REVERSE_BEND";
    private static final Set<String> PLACES = Set.of("GAUGE", "THIRD", "OUTSIDE", "GRIP");

    /** What is measured for it, and the figure that follows. */
    private static final Map<String, String> ELONGATIONS =
            Map.of("gaugeAfterFractureMm", "aPercent", "gaugeAgtAfterMm", "agtPercent");

    @Override
    public void check(String stage, RecordForm entered, TestSubject subject) {
        List<RecordForm> pulled = entered.rows("tensile", pulled(subject));
        pulled.forEach(row -> checkTensile(row, subject.sample().grade()));
        ELONGATIONS.forEach((field, figure) ->
                measuredOfAll(pulled, field, subject.measured().contains(figure)));
        if (bent(subject) > 0) {
            entered.rows("bend", bent(subject)).forEach(row -> checkBend(row, mandrel(subject)));
        }
        if (weighed(subject) > 0) {
            entered.rows("mass", WEIGHED).forEach(row -> row.positive("lengthMm"));
            entered.positive("totalMassG");
        }
        checkWhatIsNew(entered, subject);
    }

    // Forms of earlier diagrams know neither; those of today do not let them be left out.
    private static void checkWhatIsNew(RecordForm entered, TestSubject subject) {
        if (asked(entered, TENSION, PLACE)) {
            entered.rows(TENSION).forEach(row -> row.choice(PLACE, PLACES));
        }
        if (asked(entered, BENDING, ANGLE)) {
            entered.rows(BENDING).forEach(row -> checkAngles(row, bentBack(subject)));
        }
    }

    private static boolean asked(RecordForm entered, String list, String field) {
        return entered.rows(list).stream().anyMatch(row -> row.values().containsKey(field));
    }

    private static int pulled(TestSubject subject) {
        return subject.first() == null
                ? subject.order().counts().getOrDefault("tensile", TENSILE)
                : subject.first().again("tensile");
    }

    private static int bent(TestSubject subject) {
        return subject.first() == null
                ? subject.order().counts().getOrDefault("bend", BENT)
                : subject.first().again("bend");
    }

    // A lot that is too light is not tested again (GB 1499.2): its first result was no RETEST.
    private static int weighed(TestSubject subject) {
        return subject.first() == null ? WEIGHED : 0;
    }

    @Override
    public Map<String, Boolean> parts(TestSubject subject) {
        return Map.of("pulls", pulled(subject) > 0, "bends", bent(subject) > 0, "weighs", weighed(subject) > 0);
    }

    // GB/T 17505: what failed is tested on double specimens, what passed is not.
    @Override
    public Map<String, Integer> again(TestFinding first, Standards standards) {
        Map<String, Integer> again = new LinkedHashMap<>();
        for (String kind : List.of("tensile", "bend")) {
            List<Boolean> passed = FirstTest.passed(first, kind);
            if (passed.contains(false)) {
                again.put(kind, standards.again("rebar-lot", passed.size()));
            }
        }
        return again;
    }

    private static void checkTensile(RecordForm row, String grade) {
        Reading yield = row.positive("yieldForceKn");
        Reading most = row.positive("maxForceKn");
        if (yield.exceeds(most.value())) {
            throw row.broken("yieldForceKn", "testing.record.yieldAboveMost", yield, most);
        }
        Reading elongation = row.positiveOrNull("gaugeAfterFractureMm");
        Reading atMaximum = row.positiveOrNull("gaugeAgtAfterMm");
        // GB 1499.2 table 7: E grades are judged by Agt; the others by A, or by Agt where agreed.
        if (atMaximum == null && (elongation == null || grade.endsWith("E"))) {
            throw row.broken("gaugeAgtAfterMm", "testing.record.noElongation", grade);
        }
    }

    // Of one bar this and of the next another would leave it to the tester which figure of which bar is known.
    private static void measuredOfAll(List<RecordForm> rows, String field, boolean again) {
        if (again || rows.stream().anyMatch(row -> row.has(field))) {
            rows.stream().filter(row -> !row.has(field)).findFirst().ifPresent(row -> {
                throw row.broken(field, again ? "testing.record.leftOut" : "testing.record.notOfAll");
            });
        }
    }

    private static void checkBend(RecordForm row, int mandrel) {
        row.choice("outcome", Set.of("NO_CRACK", "CRACK", "BROKEN"));
        if (row.positive("mandrelMm").value().compareTo(BigDecimal.valueOf(mandrel)) != 0) {
            throw row.broken("mandrelMm", "testing.record.mandrel", mandrel);
        }
    }

    private static void checkAngles(RecordForm row, boolean bentBack) {
        row.positive(ANGLE);
        if (bentBack) {
            row.positive(BACK_ANGLE);
        } else if (row.has(BACK_ANGLE)) {
            throw row.broken(BACK_ANGLE, "testing.record.notBentBack");
        }
    }

    private static int mandrel(TestSubject subject) {
        return Standards.mandrel(subject.sample().grade(), subject.detail("diameterMm", null), bendTest(subject))
                .orElseThrow();
    }

    private static String bendTest(TestSubject subject) {
        return bentBack(subject) ? REVERSE : "BEND";
    }

    private static boolean bentBack(TestSubject subject) {
        return bendType(subject).equals(REVERSE);
    }

    private static String bendType(TestSubject subject) {
        return subject.detail("bendType", "BEND_180");
    }

    @Override
    public List<Map<String, Object>> rows(String list, TestSubject subject) {
        return switch (list) {
            case "tensile" -> FamilyProcedure.named(subject.specimenNos(1, pulled(subject)));
            case "bend" ->
                subject.specimenNos(1 + pulled(subject), bent(subject)).stream()
                        .map(no -> Map.<String, Object>of("no", no, "mandrelMm", "" + mandrel(subject)))
                        .toList();
            default -> FamilyProcedure.named(subject.specimenNos(1, weighed(subject)));
        };
    }

    @Override
    public Map<String, String> commissioned(TestSubject subject) {
        return TextRows.row(
                "grade", subject.sample().grade(),
                "diameterMm", subject.detail("diameterMm", null),
                "edition", edition(subject),
                "bendType", bendType(subject));
    }

    private static String edition(TestSubject subject) {
        return subject.detail("edition", "GB1499.2-2024");
    }

    @Override
    public Map<String, BigDecimal> expected(RecordForm entered, TestSubject subject) {
        var expected = new LinkedHashMap<String, BigDecimal>();
        ExpectedReadings.barForce(subject).ifPresent(force -> {
            expected.put("tensile.yieldForceKn", force);
            expected.put("tensile.maxForceKn", force);
        });
        BigDecimal length = entered.rows("mass").stream()
                .map(row -> row.reading("lengthMm").value())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (weighed(subject) > 0) {
            ExpectedReadings.barMass(subject, length).ifPresent(mass -> expected.put("totalMassG", mass));
        }
        return expected;
    }

    @Override
    public List<String> methodStandards(TestSubject subject) {
        return List.of("GB/T 28900-2022《钢筋混凝土用钢材试验方法》", "GB/T 228.1-2021《金属材料 拉伸试验 第1部分：室温试验方法》");
    }

    @Override
    public List<String> judgedBy(TestSubject subject) {
        return List.of(RebarFinding.standard(subject.sample().grade(), edition(subject)));
    }

    @Override
    public TestFinding conclude(
            Map<String, RecordForm> records, TestSubject subject, Calculation calculation, ChineseText texts) {
        RecordForm entered = records.get("main");
        var tensile = entered.rows("tensile").stream()
                .map(row -> calculation.evaluate("rebar-tensile", tensileInputs(entered, row)))
                .toList();
        var bend = bends(entered, subject, calculation);
        var mass = weighed(subject) == 0 ? null : calculation.evaluate("rebar-mass-deviation", massInputs(entered));
        var measured = new BarResults(tensile, bend, Optional.ofNullable(mass));
        Verdict verdict = measured.onlyVoid()
                ? Verdict.INVALID
                : calculation
                        .evaluate("rebar-lot", lotInputs(measured, subject.first()))
                        .verdict();
        return new RebarFinding(entered, measured, verdict, texts)
                .finding(methodStandards(subject), new ArrayList<>(calculation.lines()));
    }

    /** One verdict a bar. The bars of one mandrel prove nothing where one of them was not bent as far as the test says. */
    private static List<Verdict> bends(RecordForm entered, TestSubject subject, Calculation calculation) {
        List<RecordForm> rows = entered.rows(BENDING);
        boolean tooLittle = !rows.isEmpty()
                && rows.get(0).has(ANGLE)
                && calculation
                                .evaluate("rebar-bend", bendInputs(entered, rows, subject))
                                .verdict()
                        == Verdict.INVALID;
        return rows.stream()
                .map(row -> row.required("outcome", 10).equals("NO_CRACK"))
                .map(whole -> !whole ? Verdict.FAIL : tooLittle ? Verdict.INVALID : Verdict.PASS)
                .toList();
    }

    private static Map<String, Object> bendInputs(RecordForm entered, List<RecordForm> rows, TestSubject subject) {
        FirstTest first = subject.first();
        int bentFirst =
                first == null ? rows.size() : first.passed().get(BENDING).size();
        return Calculation.inputs(
                "grade", entered.required("grade", 12),
                "diameterMm", Integer.valueOf(entered.required("diameterMm", 3)),
                "edition", entered.required("edition", 20),
                "test", bendTest(subject),
                "stage", first == null ? "FIRST" : "RETEST",
                "specimensFirst", "" + bentFirst,
                "mandrelMm", rows.get(0).reading("mandrelMm"),
                "specimens",
                        rows.stream()
                                .map(row -> Calculation.inputs(
                                        ANGLE,
                                        row.reading(ANGLE),
                                        BACK_ANGLE,
                                        row.positiveOrNull(BACK_ANGLE),
                                        "cracked",
                                        !row.required("outcome", 10).equals("NO_CRACK")))
                                .toList());
    }

    private static Map<String, Object> tensileInputs(RecordForm entered, RecordForm row) {
        return Calculation.inputs(
                "grade",
                entered.required("grade", 12),
                "diameterMm",
                Integer.valueOf(entered.required("diameterMm", 3)),
                "edition",
                entered.required("edition", 20),
                "yieldForceKn",
                row.reading("yieldForceKn"),
                "maxForceKn",
                row.reading("maxForceKn"),
                "gaugeAfterFractureMm",
                row.positiveOrNull("gaugeAfterFractureMm"),
                "gaugeAgtAfterMm",
                row.positiveOrNull("gaugeAgtAfterMm"),
                PLACE,
                row.text(PLACE, 20),
                "strengthInterval",
                entered.required("strengthInterval", 20),
                "ratioFrom",
                entered.required("ratioFrom", 20));
    }

    private static Map<String, Object> massInputs(RecordForm entered) {
        return Calculation.inputs(
                "diameterMm", Integer.valueOf(entered.required("diameterMm", 3)),
                "lengthsMm",
                        entered.rows("mass").stream()
                                .map(row -> row.reading("lengthMm"))
                                .toList(),
                "totalMassG", entered.reading("totalMassG"),
                "edition", entered.required("edition", 20));
    }

    // What is void has not passed: where something else failed it is tested again with it.
    private static Map<String, Object> lotInputs(BarResults measured, FirstTest first) {
        Map<String, Object> now =
                Calculation.inputs(TENSION, flags(measured.tensileVerdicts()), BENDING, flags(measured.bend()));
        return Calculation.inputs(
                "first", first == null ? now : first.flags(),
                "retest", first == null ? Map.of() : now,
                "massDeviationOk", !measured.light());
    }

    private static List<Boolean> flags(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict.PASS::equals).toList();
    }
}
