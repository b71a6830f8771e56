package org.jianzheng.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jianzheng.testing.Calculation.Outcome;

/** Welded joints of bars under JGJ/T 27, accepted under JGJ 18: three pulled (six on retest), some kinds bent too. */
class WeldProcedure implements FamilyProcedure {

    /** Worst first: one of two tests decides for both. */
    private static final List<String> SEVERITY = List.of("FAIL", "REFER", "RETEST", "PASS");

    @Override
    public void check(String stage, Entered entered, Subject subject) {
        Commissioned.same(entered, "grade", subject.grade());
        Commissioned.same(entered, "diameterMm", subject.detail("diameterMm", null));
        int count = entered.choice("stage", stages(subject)).equals("FIRST") ? 3 : 6;
        for (Entered row : entered.rows("specimens", count)) {
            row.positive("maxForceKn");
            row.choice("place", Set.of("BASE_METAL", "WELD", "HEAT_AFFECTED_ZONE"));
            row.choice("mode", Set.of("DUCTILE", "BRITTLE"));
        }
        List<Entered> bent = bent(entered);
        if (bent.isEmpty() && bends(subject)) {
            throw entered.broken("bends", "testing.form.missing");
        }
        if (!bent.isEmpty()) {
            entered.rows("bends", count).forEach(row -> row.notNegative("crackWidthMm"));
        }
    }

    private static Set<String> stages(Subject subject) {
        return subject.first() == null ? Set.of("FIRST", "RETEST") : Set.of("RETEST");
    }

    /** Flash butt and gas pressure welds are bent as well (JGJ 18 table 5.1.8). */
    private static boolean bends(Subject subject) {
        return Set.of("闪光对焊", "气压焊").contains(subject.detail("weldMethod", ""));
    }

    private static List<Entered> bent(Entered entered) {
        return entered.rows("bends").stream()
                .filter(row -> row.has("crackWidthMm"))
                .toList();
    }

    @Override
    public List<Map<String, Object>> rows(String list, Subject subject) {
        int pulled = pulled(subject);
        return FamilyProcedure.named(
                list.equals("specimens") ? subject.specimenNos(1, pulled) : subject.specimenNos(1 + pulled, pulled));
    }

    private static int pulled(Subject subject) {
        int count = bends(subject) ? subject.specimenCount() / 2 : subject.specimenCount();
        return count >= 6 || subject.first() != null ? 6 : 3;
    }

    @Override
    public String proposed(String field, Subject subject) {
        return switch (field) {
            case "grade" -> Commissioned.plain(subject.grade());
            case "diameterMm" -> Commissioned.plain(subject.detail("diameterMm", null));
            case "stage" -> pulled(subject) == 6 ? "RETEST" : "FIRST";
            default -> null;
        };
    }

    @Override
    public List<String> methodStandards() {
        return List.of("JGJ/T 27-2014《钢筋焊接接头试验方法标准》");
    }

    @Override
    public List<String> judgedBy(Subject subject) {
        return List.of("JGJ 18-2012《钢筋焊接及验收规程》");
    }

    @Override
    public Finding conclude(Map<String, Entered> records, Subject subject, Calculation calculation, Texts texts) {
        Entered entered = records.get("main");
        Outcome tensile = calculation.evaluate("weld-tensile", inputs(entered));
        List<Entered> bent = bent(entered);
        Outcome bend = bent.isEmpty() ? null : calculation.evaluate("weld-bend", bendInputs(bent));
        String verdict = SEVERITY.stream()
                .filter(each -> each.equals(tensile.verdict()) || bend != null && each.equals(bend.verdict()))
                .findFirst()
                .orElse(tensile.verdict());
        String grade = entered.required("grade", 12);
        return new Finding(
                verdict,
                texts.text(
                        "testing.conclusion.WELD." + verdict, judgedBy(subject).get(0), grade),
                methodStandards(),
                judgedBy(subject),
                rows(entered, tensile, bend, texts),
                specimens(entered, tensile, bent, texts),
                Rows.row(
                        "grade", grade,
                        "diameterMm", entered.text("diameterMm", 3),
                        "stage", entered.text("stage", 10),
                        "weldMethod", subject.detail("weldMethod", null)),
                calculation.lines());
    }

    private static Map<String, Object> inputs(Entered entered) {
        List<Map<String, Object>> specimens = entered.rows("specimens").stream()
                .map(row -> Calculation.inputs(
                        "maxForceKn", row.decimal("maxForceKn"),
                        "place", row.required("place", 20),
                        "mode", row.required("mode", 20)))
                .toList();
        return Calculation.inputs(
                "grade", entered.required("grade", 12),
                "diameterMm", Integer.valueOf(entered.required("diameterMm", 3)),
                "stage", entered.required("stage", 10),
                "specimens", specimens);
    }

    private static Map<String, Object> bendInputs(List<Entered> bent) {
        return Calculation.inputs(
                "crackWidthsMm",
                bent.stream().map(row -> row.decimal("crackWidthMm")).toList());
    }

    private static List<ResultView.RequirementRow> rows(Entered entered, Outcome tensile, Outcome bend, Texts texts) {
        var rows = new ArrayList<ResultView.RequirementRow>();
        String strengths = String.join("、", tensile.list("rmMpa"));
        String breaks = entered.rows("specimens").stream()
                .map(row -> texts.text("testing.break." + row.required("place", 20))
                        + texts.text("testing.break." + row.required("mode", 20)))
                .collect(Collectors.joining("、"));
        String limit = tensile.limit("rmMpa");
        rows.add(new ResultView.RequirementRow(
                texts.text("testing.row.tensile"), limit == null ? "—" : limit, strengths, null));
        rows.add(new ResultView.RequirementRow(
                texts.text("testing.row.weld.breaks"),
                texts.text("testing.row.weld.breaks.required"),
                breaks,
                tensile.verdict()));
        if (bend != null) {
            rows.add(new ResultView.RequirementRow(
                    texts.text("testing.row.weld.bend"),
                    texts.text("testing.row.weld.bend.required"),
                    texts.text("testing.row.weld.bend.broken", bend.text("broken")),
                    bend.verdict()));
        }
        return rows;
    }

    private static List<Map<String, String>> specimens(
            Entered entered, Outcome tensile, List<Entered> bent, Texts texts) {
        var all = new ArrayList<Map<String, String>>();
        List<Entered> pulled = entered.rows("specimens");
        IntStream.range(0, pulled.size())
                .forEach(i -> all.add(Rows.row(
                        "kind", "tensile",
                        "no", pulled.get(i).text("no", 60),
                        "maxForceKn", pulled.get(i).decimal("maxForceKn"),
                        "rmMpa", tensile.list("rmMpa", i),
                        "place", texts.text("testing.break." + pulled.get(i).required("place", 20)),
                        "mode", texts.text("testing.break." + pulled.get(i).required("mode", 20)))));
        for (Entered row : bent) {
            boolean broken =
                    new java.math.BigDecimal(row.decimal("crackWidthMm")).compareTo(new java.math.BigDecimal("0.5"))
                            >= 0;
            all.add(Rows.row(
                    "kind", "bend",
                    "no", row.text("no", 60),
                    "crackWidthMm", row.decimal("crackWidthMm"),
                    "outcome", texts.text(broken ? "testing.bend.BROKEN" : "testing.bend.WHOLE")));
        }
        return all;
    }
}
