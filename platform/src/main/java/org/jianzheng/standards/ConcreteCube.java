package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Table.Row;

/** Compressive strength of a group of three concrete cubes, GB/T 50081-2019. */
final class ConcreteCube implements Method {

    private static final Table SIZES = Table.load("concrete-cube");
    private static final Table CURING = Table.load("concrete-curing");
    private static final Table GRADES = Table.load("concrete-grades");

    @Override
    public String name() {
        return "concrete-cube";
    }

    @Override
    public List<Field> inputs() {
        List<Field> fields = new ArrayList<>(List.of(
                Field.choice("grade", "", GRADES.values("grade")).commissioned(),
                Field.choice("sizeMm", "mm", SIZES.values("size_mm")).commissioned(),
                Field.choice("curing", "", CURING.values("curing")).commissioned(),
                Field.choice("sizeFactorStage", "GROUP", "SPECIMEN").policy("D4"),
                Field.positive("loadsKn", "kN", "10000").many(3, 3)));
        fields.addAll(Age.fields());
        return fields;
    }

    @Override
    public Evaluation evaluate(Given given) {
        Age age = age(given);
        Row size = SIZES.where("size_mm", given.choice("sizeMm"));
        BigDecimal factor = size.decimal("factor");
        boolean perSpecimen = "SPECIMEN".equals(given.choice("sizeFactorStage"));
        List<BigDecimal> singles = given.decimals("loadsKn").stream()
                .map(load -> strength(load, size.decimal("area_mm2")))
                .toList();
        List<BigDecimal> compared = perSpecimen ? factored(singles, factor) : singles;
        GroupOfThree group = GroupOfThree.of(compared, size.decimal("deviation"));

        Sheet sheet = new Sheet(this);
        sheet.put("singlesMpa", singles).put("rule", group.rule());
        if (perSpecimen) {
            sheet.put("factoredSinglesMpa", compared);
        }
        decide(sheet, given);
        return group.invalid()
                ? invalid(sheet, given)
                : judged(sheet, given, factor, perSpecimen ? group.value() : factored(group.value(), factor), age);
    }

    // Cubes cured like the structure are ripe by their degree-days, whatever their age.
    private static Age age(Given given) {
        Age age = Age.of(given);
        if (age.told() && !given.choice("curing").equals("STANDARD")) {
            throw RuleBroken.at("ageDays", "standards.cube.ageOfDegreeDays");
        }
        return age;
    }

    private static BigDecimal strength(BigDecimal kilonewton, BigDecimal area) {
        return Gb8170.tenth(Rational.quotient(kilonewton.movePointRight(3), area));
    }

    private static List<BigDecimal> factored(List<BigDecimal> singles, BigDecimal factor) {
        return singles.stream().map(single -> factored(single, factor)).toList();
    }

    private static BigDecimal factored(BigDecimal value, BigDecimal factor) {
        return Gb8170.round(value.multiply(factor), Gb8170.TENTH);
    }

    private static void decide(Sheet sheet, Given given) {
        sheet.decide("D3", "ROUNDED_SINGLES_EXACT_LIMIT")
                .decide("D4", given.choice("sizeFactorStage"))
                .decide("D7", "ROUNDED_VALUE")
                .decide("D10", "GROUP_FLAGGED_BATCH_SEPARATE")
                .decide("curing", given.choice("curing"));
    }

    private static Evaluation invalid(Sheet sheet, Given given) {
        GradeVerdict.limit(sheet, given.choice("grade"), grade(given));
        return sheet.put("sizeFactor", null)
                .put("resultMpa", null)
                .put("percentOfGrade", null)
                .verdict("INVALID");
    }

    private static Evaluation judged(Sheet sheet, Given given, BigDecimal factor, BigDecimal value, Age age) {
        BigDecimal divisor = CURING.where("curing", given.choice("curing")).decimal("divisor");
        BigDecimal result = Gb8170.tenth(Rational.quotient(value, divisor));
        sheet.put("sizeFactor", factor);
        return GradeVerdict.judge(sheet, given.choice("grade"), grade(given), result, age);
    }

    private static BigDecimal grade(Given given) {
        return GRADES.where("grade", given.choice("grade")).decimal("fcuk");
    }
}
