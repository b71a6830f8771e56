package org.jianzheng.testing.procedure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.standards.evaluation.ProductStandards;

/** Forces and masses at which specimens just fulfil their grade: to doubt a reading by, never to judge it. */
public final class ExpectedReadings {

    private static final MathContext ROUGH = MathContext.DECIMAL32;
    private static final BigDecimal QUARTER_PI = new BigDecimal("0.7854");
    /** kg/m of a bar of 1 mm: steel of 7850 kg/m³. */
    private static final BigDecimal STEEL = new BigDecimal("0.006165");

    /** 70.7 mm squared. */
    private static final BigDecimal MORTAR_CUBE = BigDecimal.valueOf(5000);

    /** 40 mm by 40 mm under the plates. */
    private static final BigDecimal HALF_PRISM = BigDecimal.valueOf(1600);

    /** By which force on a prism of 40 mm over 100 mm becomes stress: 40³ / 1.5 / 100. */
    private static final BigDecimal PRISM = new BigDecimal("426.667");

    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

    private ExpectedReadings() {}

    /** kN on that area, mm². */
    static BigDecimal kilonewtons(BigDecimal megapascals, BigDecimal area) {
        return megapascals.multiply(area, ROUGH).divide(THOUSAND, ROUGH);
    }

    /** The figure in {@code C30}, {@code M7.5}, {@code 42.5R}; empty for what has none. */
    static Optional<BigDecimal> figure(String grade) {
        String digits = grade == null ? "" : grade.replaceAll("[^0-9.]", "");
        return digits.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(digits));
    }

    /** kN at which a bar of that grade and diameter reaches its tensile strength. */
    static Optional<BigDecimal> barForce(TestSubject subject) {
        return diameter(subject).flatMap(diameter -> ProductStandards.barStrength(
                        subject.sample().grade())
                .map(strength -> kilonewtons(strength, QUARTER_PI.multiply(diameter.pow(2)))));
    }

    /** What the curve of a test by that method is checked by. */
    public static AdmittedPiece.Expected ofCurve(String method, TestSubject subject) {
        Optional<BigDecimal> grade = figure(subject.sample().grade());
        Optional<BigDecimal> bar = diameter(subject).map(diameter -> QUARTER_PI.multiply(diameter.pow(2)));
        return switch (method) {
            case "concrete-cube" ->
                expected(figure(subject.detail("sizeMm", null)).map(size -> size.pow(2)), grade);
            case "mortar-cube" -> expected(Optional.of(MORTAR_CUBE), grade);
            case "cement-flexural" -> expected(Optional.of(PRISM), Optional.empty());
            case "cement-compressive" -> expected(Optional.of(HALF_PRISM), grade);
            case "rebar-tensile" ->
                new AdmittedPiece.Expected(
                        bar.orElse(null),
                        ProductStandards.barStrength(subject.sample().grade()).orElse(null),
                        bar.flatMap(area -> grade.map(yield -> kilonewtons(yield, area)))
                                .orElse(null));
            default ->
                expected(bar, ProductStandards.barStrength(subject.sample().grade()));
        };
    }

    private static AdmittedPiece.Expected expected(Optional<BigDecimal> area, Optional<BigDecimal> nominal) {
        return new AdmittedPiece.Expected(area.orElse(null), nominal.orElse(null), null);
    }

    /**
     * What the folder of an item calls that: {@code barForce}, {@code cubeForce}, {@code mortarForce}.
     *
     * @param entered for the yardstick of the order
     */
    static Optional<BigDecimal> named(String nominal, TestSubject subject, RecordForm entered) {
        return switch (nominal) {
            case "barForce" -> barForce(subject);
            case "cubeForce" ->
                figure(subject.sample().grade())
                        .map(grade -> kilonewtons(grade, new BigDecimal(entered.required("sizeMm", 3)).pow(2)));
            case "mortarForce" ->
                figure(subject.sample().grade())
                        .map(grade -> grade.divide(new BigDecimal(entered.required("k", 6)), ROUGH))
                        .map(strength -> kilonewtons(strength, MORTAR_CUBE));
            default -> throw new IllegalArgumentException("Nobody knows what is expected by " + nominal);
        };
    }

    /** g of bars of that diameter and that length in mm together. */
    static Optional<BigDecimal> barMass(TestSubject subject, BigDecimal lengthMm) {
        return diameter(subject)
                .map(diameter -> STEEL.multiply(diameter.pow(2), ROUGH).multiply(lengthMm, ROUGH));
    }

    private static Optional<BigDecimal> diameter(TestSubject subject) {
        return figure(subject.detail("diameterMm", null));
    }
}
