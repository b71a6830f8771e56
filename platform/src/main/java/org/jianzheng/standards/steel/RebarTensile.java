package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.LimitChecks;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Tensile test of one bar: ReL, Rm, A or Agt, and the two ratios of the E grades. GB/T 28900, GB 1499. */
public final class RebarTensile implements Method {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    @Override
    public String name() {
        return "rebar-tensile";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                Rebar.gradeField(),
                Rebar.diameterField(),
                Rebar.editionField(),
                Rebar.forceField("yieldForceKn"),
                Rebar.forceField("maxForceKn"),
                InputField.positive("gaugeAfterFractureMm", "mm", "1000").optional(),
                InputField.positive("gaugeAgtAfterMm", "mm", "1000").optional(),
                FracturePlaces.field(),
                InputField.choice("strengthInterval", "YB_T_081", "ONE_MPA").policy("D6"),
                InputField.choice("ratioFrom", "ROUNDED", "RAW").policy("D8"));
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row grade = Rebar.grade(given);
        Row size = Rebar.size(given);
        requireSense(given, grade, size);
        String profile = given.choice("strengthInterval");
        Strengths strengths = Strengths.of(given, size, profile);
        LimitChecks checks = new LimitChecks(new AnswerSheet(this), grade.text("standard"));
        decide(checks.sheet(), given, grade);
        checks.atLeast("ReL", "relMpa", strengths.rel(), grade.decimal("rel"), "MPa");
        checks.atLeast("Rm", "rmMpa", strengths.rm(), grade.decimal("rm"), "MPa");
        elongation(checks, given, grade, size, profile);
        agt(checks, given, grade, strengths);
        ratios(checks, grade, strengths);
        return FracturePlaces.voids(given, checks.failed())
                ? checks.sheet().put("failed", checks.failed()).verdict(Verdict.INVALID)
                : checks.done();
    }

    private static void decide(AnswerSheet sheet, GivenInputs given, Row grade) {
        sheet.decide("edition", Rebar.edition(given))
                .decide("judgedBy", grade.text("standard"))
                .decide("D6", given.choice("strengthInterval"))
                .decide("D7", "ROUNDED_VALUE")
                .decide("D8", given.choice("ratioFrom"));
        if (given.has("fracturePlace")) {
            sheet.decide("fracturePlace", given.choice("fracturePlace"));
        }
    }

    private static void elongation(LimitChecks checks, GivenInputs given, Row grade, Row size, String profile) {
        if (!given.has("gaugeAfterFractureMm")) {
            return;
        }
        BigDecimal gauge = gauge(size);
        BigDecimal longer = given.decimal("gaugeAfterFractureMm").subtract(gauge);
        BigDecimal a = Rebar.round(Rational.quotient(longer.multiply(HUNDRED), gauge), profile, "elongation");
        checks.sheet().put("aPercent", a);
        grade.findDecimal("a")
                .map(least -> least.subtract(size.decimal("a_allowance")))
                .ifPresent(least -> checks.atLeast("A", "aPercent", a, least, "%"));
    }

    private static BigDecimal gauge(Row size) {
        return size.decimal("diameter_mm").multiply(new BigDecimal(5));
    }

    // Agt = Ag + Rm/2000, Ag over a gauge of 100 mm, so that millimetres are per cent.
    private static void agt(LimitChecks checks, GivenInputs given, Row grade, Strengths strengths) {
        if (!given.has("gaugeAgtAfterMm")) {
            return;
        }
        Rational ag = Rational.of(given.decimal("gaugeAgtAfterMm").subtract(HUNDRED));
        Rational elastic = strengths.rmForRatios().dividedBy(Rational.of(new BigDecimal(2000)));
        checks.atLeast("Agt", "agtPercent", Gb8170.tenth(ag.plus(elastic)), grade.decimal("agt"), "%");
    }

    private static void ratios(LimitChecks checks, Row grade, Strengths strengths) {
        if (grade.find("rm_over_rel").isEmpty()) {
            return;
        }
        BigDecimal overRel = Gb8170.hundredth(strengths.rmForRatios().dividedBy(strengths.relForRatios()));
        BigDecimal overStandard =
                Gb8170.hundredth(strengths.relForRatios().dividedBy(Rational.of(grade.decimal("rel"))));
        checks.atLeast("Rm/ReL", "rmOverRel", overRel, grade.decimal("rm_over_rel"), "");
        checks.atMost("ReL/ReLk", "relOverStandard", overStandard, grade.decimal("rel_over_standard"), "");
    }

    private static void requireSense(GivenInputs given, Row grade, Row size) {
        if (given.decimal("maxForceKn").compareTo(given.decimal("yieldForceKn")) < 0) {
            throw RuleBroken.at("maxForceKn", "standards.rebar.maxBelowYield");
        }
        requireLonger(given, "gaugeAfterFractureMm", gauge(size));
        requireLonger(given, "gaugeAgtAfterMm", HUNDRED);
        // A verdict without any elongation would pass a bar nobody measured; E grades are judged by Agt.
        if (!given.has("gaugeAgtAfterMm") && (grade.find("a").isEmpty() || !given.has("gaugeAfterFractureMm"))) {
            throw RuleBroken.at("gaugeAgtAfterMm", "standards.rebar.noElongation", given.choice("grade"));
        }
    }

    private static void requireLonger(GivenInputs given, String field, BigDecimal gauge) {
        if (given.has(field) && given.decimal(field).compareTo(gauge) < 0) {
            throw RuleBroken.at(field, "standards.rebar.shorterThanGauge", gauge.toPlainString());
        }
    }

    /** Rounded for the verdict; for ratios and Agt rounded or not, as D8 was chosen. */
    private record Strengths(BigDecimal rel, BigDecimal rm, Rational relForRatios, Rational rmForRatios) {

        static Strengths of(GivenInputs given, Row size, String profile) {
            Rational rel = Rebar.stress(given.decimal("yieldForceKn"), size);
            Rational rm = Rebar.stress(given.decimal("maxForceKn"), size);
            BigDecimal relMpa = Rebar.roundStrength(rel, profile);
            BigDecimal rmMpa = Rebar.roundStrength(rm, profile);
            return "RAW".equals(given.choice("ratioFrom"))
                    ? new Strengths(relMpa, rmMpa, rel, rm)
                    : new Strengths(relMpa, rmMpa, Rational.of(relMpa), Rational.of(rmMpa));
        }
    }
}
