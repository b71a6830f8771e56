package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;
import org.jianzheng.standards.evaluation.Rational;
import org.jianzheng.standards.evaluation.StandardTable;
import org.jianzheng.standards.evaluation.StandardTable.Row;
import org.jianzheng.standards.evaluation.Verdict;

/** Bars straightened from coils, GB 50204-2015 5.3.4: three pieces weighed together, two of them pulled; never retested. */
public final class RebarStraightened implements Method {

    private static final StandardTable LIMITS = StandardTable.load("rebar-straightened");
    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal THOUSANDTH = new BigDecimal("0.001");
    private static final String PROFILE = "YB_T_081";

    @Override
    public String name() {
        return "rebar-straightened";
    }

    @Override
    public List<InputField> inputs() {
        List<String> grades = LIMITS.rows().stream()
                .flatMap(row -> row.words("grades").stream())
                .distinct()
                .toList();
        List<String> diameters = Rebar.DIAMETERS.stream()
                .filter(mm -> LIMITS.find(row -> row.within("diameter", new BigDecimal(mm)))
                        .isPresent())
                .toList();
        return List.of(
                InputField.choice("grade", "", grades).commissioned(),
                InputField.choice("diameterMm", "mm", diameters).commissioned(),
                InputField.decimal("lengthsMm", "mm")
                        .bounded(null, new BigDecimal(500), new BigDecimal(20_000))
                        .many(3, 3),
                InputField.positive("totalMassG", "g", "1000000"),
                InputField.group(
                                "tensile",
                                Rebar.forceField("yieldForceKn"),
                                Rebar.forceField("maxForceKn"),
                                InputField.positive("gaugeAfterFractureMm", "mm", "1000"))
                        .many(2, 2)
                        .optional());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        Row size = Rebar.size(given);
        requireSense(given, gauge(size));
        Row limits = LIMITS.first(row -> row.words("grades").contains(given.choice("grade"))
                && row.within("diameter", size.decimal("diameter_mm")));
        AnswerSheet sheet = new AnswerSheet(this);
        sheet.decide("judgedBy", limits.text("standard"))
                .decide("D6", PROFILE)
                .decide("D7", "ROUNDED_VALUE")
                .decide("retest", "NEVER");
        List<String> failed = new ArrayList<>();
        mass(sheet, given, size, limits, failed);
        Row grade = Rebar.grade(given);
        String product = grade.text("standard");
        List<GivenInputs> pulled = given.groups("tensile");
        each(sheet, failed, "ReL", "relMpa", strengths(pulled, "yieldForceKn", size), grade.decimal("rel"), product);
        each(sheet, failed, "Rm", "rmMpa", strengths(pulled, "maxForceKn", size), grade.decimal("rm"), product);
        each(sheet, failed, "A", "aPercent", elongations(pulled, size), limits.decimal("a"), limits.text("standard"));
        sheet.put("failed", failed);
        return failed.isEmpty() && pulled.isEmpty()
                ? sheet.verdict(Verdict.PENDING)
                : sheet.verdict(Verdict.of(failed.isEmpty()));
    }

    private static void requireSense(GivenInputs given, BigDecimal gauge) {
        List<GivenInputs> pulled = given.groups("tensile");
        for (int i = 0; i < pulled.size(); i++) {
            GivenInputs bar = pulled.get(i);
            String path = "tensile[" + i + "].";
            if (bar.decimal("maxForceKn").compareTo(bar.decimal("yieldForceKn")) < 0) {
                throw RuleBroken.at(path + "maxForceKn", "standards.rebar.maxBelowYield");
            }
            if (bar.decimal("gaugeAfterFractureMm").compareTo(gauge) < 0) {
                throw RuleBroken.at(
                        path + "gaugeAfterFractureMm", "standards.rebar.shorterThanGauge", gauge.toPlainString());
            }
        }
    }

    private static BigDecimal gauge(Row size) {
        return size.decimal("diameter_mm").multiply(new BigDecimal(5));
    }

    // Too heavy is no fault: only what stretching took away is limited.
    private static void mass(AnswerSheet sheet, GivenInputs given, Row size, Row limits, List<String> failed) {
        BigDecimal theoretical = Rational.sum(given.decimals("lengthsMm")).multiply(size.decimal("mass_kg_per_m"));
        BigDecimal excess = given.decimal("totalMassG").subtract(theoretical).multiply(HUNDRED);
        BigDecimal deviation = Gb8170.tenth(Rational.quotient(excess, theoretical));
        sheet.put("theoreticalMassG", Gb8170.round(theoretical, THOUSANDTH)).put("deviationPercent", deviation);
        limits.findDecimal("mass").ifPresent(least -> {
            sheet.limit("deviationPercent", ">=", least, "%", limits.text("standard"));
            if (deviation.compareTo(least) < 0) {
                failed.add("mass");
            }
        });
    }

    private static List<BigDecimal> strengths(List<GivenInputs> pulled, String force, Row size) {
        return pulled.stream()
                .map(bar -> Rebar.roundStrength(Rebar.stress(bar.decimal(force), size), PROFILE))
                .toList();
    }

    private static List<BigDecimal> elongations(List<GivenInputs> pulled, Row size) {
        BigDecimal gauge = gauge(size);
        return pulled.stream()
                .map(bar -> bar.decimal("gaugeAfterFractureMm").subtract(gauge).multiply(HUNDRED))
                .map(longer -> Rebar.round(Rational.quotient(longer, gauge), PROFILE, "elongation"))
                .toList();
    }

    private static void each(
            AnswerSheet sheet,
            List<String> failed,
            String item,
            String member,
            List<BigDecimal> values,
            BigDecimal least,
            String standard) {
        sheet.put(member, values.isEmpty() ? null : values)
                .limit(member, ">=", least, member.endsWith("Mpa") ? "MPa" : "%", standard);
        if (values.stream().anyMatch(value -> value.compareTo(least) < 0)) {
            failed.add(item);
        }
    }
}
