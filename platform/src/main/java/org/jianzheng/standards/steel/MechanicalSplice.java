package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Tensile test of mechanical splices of class I, II or III, JGJ 107-2016. */
public final class MechanicalSplice implements Method {

    private static final StandardTable STRENGTHS = StandardTable.load("splice-strength");
    private static final StandardTable VERDICTS = StandardTable.load("splice-verdict");

    @Override
    public String name() {
        return "mechanical-splice";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                Rebar.gradeField(),
                Rebar.diameterField(),
                Rebar.editionField(),
                InputField.choice("splice", "", STRENGTHS.values("splice")).commissioned(),
                InputField.group(
                                "specimens",
                                Rebar.forceField("maxForceKn"),
                                InputField.choice("failure", "", STRENGTHS.values("failure")))
                        .many(3, 6));
    }

    @Override
    public int again(int first) {
        return JointCounts.RETEST;
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        List<GivenInputs> specimens = given.groups("specimens");
        JointCounts.require("specimens", specimens.size());
        Row grade = Rebar.grade(given);
        Row size = Rebar.size(given);
        List<BigDecimal> strengths = new ArrayList<>();
        List<Boolean> met = new ArrayList<>();
        for (GivenInputs specimen : specimens) {
            BigDecimal strength = Rebar.roundStrength(Rebar.stress(specimen.decimal("maxForceKn"), size), "YB_T_081");
            strengths.add(strength);
            met.add(strength.compareTo(limit(given, specimen.choice("failure"), grade)) >= 0);
        }
        int notOk = (int) met.stream().filter(ok -> !ok).count();
        AnswerSheet sheet = new AnswerSheet(this);
        STRENGTHS
                .values("failure")
                .forEach(failure -> sheet.limit(
                        "strengthsMpa." + failure, ">=", limit(given, failure, grade), "MPa", "JGJ 107-2016"));
        return sheet.put("strengthsMpa", strengths)
                .put("met", met)
                .put("notOk", notOk)
                .decide("edition", Rebar.edition(given))
                .decide("barStandard", grade.text("standard"))
                .decide("stage", specimens.size() == JointCounts.RETEST ? "RETEST" : "FIRST")
                .decide("D6", "YB_T_081")
                .decide("D7", "ROUNDED_VALUE")
                .verdict(Verdict.valueOf(VERDICTS.first(row ->
                                row.within("not_ok", notOk) && row.is("specimens", String.valueOf(specimens.size())))
                        .text("verdict")));
    }

    private static BigDecimal limit(GivenInputs given, String failure, Row grade) {
        Row rule = STRENGTHS.first(row -> row.is("splice", given.choice("splice")) && row.is("failure", failure));
        return grade.decimal(rule.text("of")).multiply(rule.decimal("factor")).stripTrailingZeros();
    }
}
