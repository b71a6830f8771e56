package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.standards.Table.Row;

/** Tensile test of mechanical splices of class I, II or III, JGJ 107-2016. */
final class MechanicalSplice implements Method {

    private static final Table STRENGTHS = Table.load("splice-strength");
    private static final Table VERDICTS = Table.load("splice-verdict");

    @Override
    public String name() {
        return "mechanical-splice";
    }

    @Override
    public List<Field> inputs() {
        return List.of(
                Rebar.gradeField(),
                Rebar.diameterField(),
                Rebar.editionField(),
                Field.choice("splice", "", STRENGTHS.values("splice")).commissioned(),
                Field.group(
                                "specimens",
                                Rebar.forceField("maxForceKn"),
                                Field.choice("failure", "", STRENGTHS.values("failure")))
                        .many(3, 6));
    }

    @Override
    public int again(int first) {
        return Counts.RETEST;
    }

    @Override
    public Evaluation evaluate(Given given) {
        List<Given> specimens = given.groups("specimens");
        Counts.require("specimens", specimens.size());
        Row grade = Rebar.grade(given);
        Row size = Rebar.size(given);
        List<BigDecimal> strengths = new ArrayList<>();
        List<Boolean> met = new ArrayList<>();
        for (Given specimen : specimens) {
            BigDecimal strength = Rebar.roundStrength(Rebar.stress(specimen.decimal("maxForceKn"), size), "YB_T_081");
            strengths.add(strength);
            met.add(strength.compareTo(limit(given, specimen.choice("failure"), grade)) >= 0);
        }
        int notOk = (int) met.stream().filter(ok -> !ok).count();
        Sheet sheet = new Sheet(this);
        STRENGTHS
                .values("failure")
                .forEach(failure -> sheet.limit(
                        "strengthsMpa." + failure, ">=", limit(given, failure, grade), "MPa", "JGJ 107-2016"));
        return sheet.put("strengthsMpa", strengths)
                .put("met", met)
                .put("notOk", notOk)
                .decide("edition", Rebar.edition(given))
                .decide("barStandard", grade.text("standard"))
                .decide("stage", specimens.size() == Counts.RETEST ? "RETEST" : "FIRST")
                .decide("D6", "YB_T_081")
                .decide("D7", "ROUNDED_VALUE")
                .verdict(VERDICTS.first(row ->
                                row.within("not_ok", notOk) && row.is("specimens", String.valueOf(specimens.size())))
                        .text("verdict"));
    }

    private static BigDecimal limit(Given given, String failure, Row grade) {
        Row rule = STRENGTHS.first(row -> row.is("splice", given.choice("splice")) && row.is("failure", failure));
        return grade.decimal(rule.text("of")).multiply(rule.decimal("factor")).stripTrailingZeros();
    }
}
