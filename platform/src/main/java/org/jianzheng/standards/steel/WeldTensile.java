package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.InputReader;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Tensile test of welded joints, JGJ/T 27-2014, judged by where and how they broke, JGJ 18-2012 5.1.7. */
public final class WeldTensile implements Method {

    private static final StandardTable VERDICTS = StandardTable.load("weld-tensile");

    private enum Break {
        BASE,
        WELD,
        NOT_LISTED;

        static Break of(GivenInputs specimen) {
            boolean ductile = "DUCTILE".equals(specimen.choice("mode"));
            return switch (specimen.choice("place")) {
                case "BASE_METAL" -> ductile ? BASE : NOT_LISTED;
                case "WELD" -> ductile ? NOT_LISTED : WELD;
                default -> ductile ? BASE : WELD; // heat affected zone: ductile like the bar, brittle like the weld
            };
        }
    }

    @Override
    public String name() {
        return "weld-tensile";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                Rebar.gradeField(),
                Rebar.diameterField(),
                Rebar.editionField(),
                InputField.choice("stage", "", VERDICTS.values("stage")).commissioned(),
                InputField.group(
                                "specimens",
                                Rebar.forceField("maxForceKn"),
                                InputField.choice("place", "BASE_METAL", "WELD", "HEAT_AFFECTED_ZONE"),
                                InputField.choice("mode", "DUCTILE", "BRITTLE"))
                        .many(3, 6));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row grade = Rebar.grade(given);
        Row size = Rebar.size(given);
        List<GivenInputs> specimens = given.groups("specimens");
        int needed = needed(given.choice("stage"));
        InputReader.requireCount("specimens", specimens.size(), needed, needed);
        List<BigDecimal> strengths = specimens.stream()
                .map(specimen -> Rebar.stress(specimen.decimal("maxForceKn"), size))
                .map(stress -> Rebar.roundStrength(stress, "YB_T_081"))
                .toList();
        List<Break> breaks = specimens.stream().map(Break::of).toList();
        BigDecimal rm = grade.decimal("rm");
        return new AnswerSheet(this)
                .put("rmMpa", strengths)
                .put("breaks", breaks)
                .decide("edition", Rebar.edition(given))
                .decide("barStandard", grade.text("standard"))
                .decide("D6", "YB_T_081")
                .decide("D7", "ROUNDED_VALUE")
                .limit("rmMpa", ">=", rm, "MPa", grade.text("standard"))
                .verdict(verdict(given.choice("stage"), breaks, strengths, rm));
    }

    @Override
    public int again(int first) {
        return needed("RETEST");
    }

    private static int needed(String stage) {
        return VERDICTS.where("stage", stage).decimal("specimens").intValueExact();
    }

    private static Verdict verdict(String stage, List<Break> breaks, List<BigDecimal> strengths, BigDecimal rm) {
        List<Break> weak = new ArrayList<>();
        for (int i = 0; i < breaks.size(); i++) {
            if (strengths.get(i).compareTo(rm) < 0) {
                weak.add(breaks.get(i));
            }
        }
        if (breaks.contains(Break.NOT_LISTED) || weak.contains(Break.BASE)) {
            return Verdict.REFER;
        }
        int base = (int) breaks.stream().filter(Break.BASE::equals).count();
        return Verdict.valueOf(VERDICTS.first(
                        row -> row.is("stage", stage) && row.within("base", base) && row.within("weak", weak.size()))
                .text("verdict"));
    }
}
