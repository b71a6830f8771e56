package org.jianzheng.standards.steel;

import java.math.BigDecimal;
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

/** Tensile test of prefabricated T joints of bar and plate, JGJ 18-2012. Where they break is recorded, not judged. */
public final class WeldTee implements Method {

    private static final StandardTable STRENGTHS = StandardTable.load("weld-tee");
    private static final StandardTable VERDICTS = StandardTable.load("weld-tee-verdict");

    @Override
    public String name() {
        return "weld-tee";
    }

    @Override
    public List<InputField> inputs() {
        List<String> grades = STRENGTHS.rows().stream()
                .flatMap(row -> row.words("grades").stream())
                .toList();
        return List.of(
                InputField.choice("grade", "", grades).commissioned(),
                Rebar.diameterField(),
                InputField.choice("stage", "", VERDICTS.values("stage")).commissioned(),
                InputField.group(
                                "specimens",
                                Rebar.forceField("maxForceKn"),
                                InputField.choice("place", "BASE_METAL", "WELD", "HEAT_AFFECTED_ZONE")
                                        .optional())
                        .many(3, 6));
    }

    @Override
    public int again(int first) {
        return JointCounts.RETEST;
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        String stage = given.choice("stage");
        List<GivenInputs> specimens = given.groups("specimens");
        int needed = VERDICTS.where("stage", stage).decimal("specimens").intValueExact();
        InputReader.requireCount("specimens", specimens.size(), needed, needed);
        Row strength = STRENGTHS.first(row -> row.words("grades").contains(given.choice("grade")));
        BigDecimal required = strength.decimal("rm");
        List<BigDecimal> strengths = specimens.stream()
                .map(specimen -> Rebar.stress(specimen.decimal("maxForceKn"), Rebar.size(given)))
                .map(stress -> Rebar.roundStrength(stress, "YB_T_081"))
                .toList();
        int low = (int)
                strengths.stream().filter(rm -> rm.compareTo(required) < 0).count();
        return new AnswerSheet(this)
                .put("rmMpa", strengths)
                .put("requiredMpa", required.intValueExact())
                .put("low", low)
                .decide("stage", stage)
                .decide("D6", "YB_T_081")
                .decide("D7", "ROUNDED_VALUE")
                .limit("rmMpa", ">=", required, "MPa", strength.text("standard"))
                .verdict(Verdict.valueOf(VERDICTS.first(row -> row.is("stage", stage) && row.within("low", low))
                        .text("verdict")));
    }
}
