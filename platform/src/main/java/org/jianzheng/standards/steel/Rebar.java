package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.ProductStandards;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;

/** What the bar standards say of a grade and a diameter, shared by bars, welds and splices. */
final class Rebar {

    static final String LATEST = "GB1499.2-2024";
    static final List<String> EDITIONS;
    static final List<String> DIAMETERS;

    private static final StandardTable GRADES = StandardTable.load("rebar-grades");
    private static final StandardTable SIZES = StandardTable.load("rebar-sizes");
    private static final StandardTable INTERVALS = StandardTable.load("steel-rounding");

    static {
        EDITIONS = GRADES.values("edition");
        DIAMETERS = SIZES.values("diameter_mm");
    }

    private Rebar() {}

    static InputField gradeField() {
        return InputField.choice("grade", "", GRADES.values("grade")).commissioned();
    }

    static InputField diameterField() {
        return InputField.choice("diameterMm", "mm", DIAMETERS).commissioned();
    }

    /** The strengths of bars did not change between the editions, so a caller may leave the edition out. */
    static InputField editionField() {
        return InputField.choice("edition", "", EDITIONS).optional().commissioned();
    }

    static InputField forceField(String name) {
        return InputField.positive(name, "kN", "5000");
    }

    static String edition(GivenInputs given) {
        return given.choiceOr("edition", LATEST);
    }

    static Row grade(GivenInputs given) {
        Row grade = GRADES.find(row -> row.is("edition", edition(given)) && row.is("grade", given.choice("grade")))
                .orElseThrow(
                        () -> RuleBroken.at("grade", "standards.rebar.noGrade", given.choice("grade"), edition(given)));
        requireSize(grade.text("standard"), given.choice("grade"), given.choice("diameterMm"));
        return grade;
    }

    private static void requireSize(String standard, String grade, String diameter) {
        List<String> sizes = ProductStandards.barDiameters(standard, grade);
        if (!sizes.contains(diameter)) {
            throw RuleBroken.at(
                    "diameterMm", "standards.rebar.noSize", standard, grade, diameter, sizes.get(sizes.size() - 1));
        }
    }

    static Row size(GivenInputs given) {
        return SIZES.where("diameter_mm", given.choice("diameterMm"));
    }

    /** Force over nominal area, MPa, not rounded. */
    static Rational stress(BigDecimal kilonewton, Row size) {
        return Rational.quotient(kilonewton.movePointRight(3), size.decimal("area_mm2"));
    }

    static BigDecimal round(Rational value, String profile, String quantity) {
        Row fitting = INTERVALS.first(row -> row.is("profile", profile)
                && row.is("quantity", quantity)
                && row.findDecimal("upto")
                        .map(upto -> value.compareTo(upto) <= 0)
                        .orElse(true)
                && row.findDecimal("below")
                        .map(below -> value.compareTo(below) < 0)
                        .orElse(true));
        return Gb8170.round(value, fitting.decimal("interval"));
    }

    static BigDecimal roundStrength(Rational value, String profile) {
        return round(value, profile, "strength");
    }
}
