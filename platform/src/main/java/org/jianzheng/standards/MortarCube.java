package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.standards.Table.Row;

/** Compressive strength of a group of three mortar cubes, JGJ/T 70-2009. */
final class MortarCube implements Method {

    private static final Row CUBE = Table.load("mortar-cube").rows().get(0);
    static final Table GRADES = Table.load("mortar-grades");

    @Override
    public String name() {
        return "mortar-cube";
    }

    @Override
    public List<Field> inputs() {
        List<Field> fields = new ArrayList<>(List.of(
                Field.choice("grade", "", GRADES.values("grade")).commissioned(),
                Field.decimal("k", "")
                        .bounded(null, CUBE.decimal("k_from"), CUBE.decimal("k_to"))
                        .commissioned(),
                Field.positive("loadsKn", "kN", "1000").many(3, 3)));
        fields.addAll(Age.fields());
        return fields;
    }

    @Override
    public Evaluation evaluate(Given given) {
        Age age = Age.of(given);
        BigDecimal k = given.decimal("k");
        List<BigDecimal> singles = given.decimals("loadsKn").stream()
                .map(load -> Rational.quotient(k.multiply(load).movePointRight(3), CUBE.decimal("area_mm2")))
                .map(Gb8170::tenth)
                .toList();
        GroupOfThree group = GroupOfThree.of(singles, CUBE.decimal("deviation"));
        BigDecimal grade = GRADES.where("grade", given.choice("grade")).decimal("f2");

        Sheet sheet = new Sheet(this);
        sheet.put("singlesMpa", singles).put("rule", group.rule());
        sheet.decide("D3", "ROUNDED_SINGLES_EXACT_LIMIT")
                .decide("D7", "ROUNDED_VALUE")
                .decide("D10", "GROUP_FLAGGED_BATCH_SEPARATE")
                .decide("k", k);
        if (group.invalid()) {
            GradeVerdict.limit(sheet, given.choice("grade"), grade);
            return sheet.put("resultMpa", null).put("percentOfGrade", null).verdict("INVALID");
        }
        return GradeVerdict.judge(sheet, given.choice("grade"), grade, group.value(), age);
    }
}
