package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.evaluation.AnswerSheet;
import org.jianzheng.standards.evaluation.Evaluation;
import org.jianzheng.standards.evaluation.Gb8170;
import org.jianzheng.standards.evaluation.GivenInputs;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Method;

/**
 * Yield read off a force-time curve, GB/T 228.1. Where the curve shows no yield, none is made up: kind NONE.
 *
 * <p>The search runs from the first point of at least 10 % of the greatest force (and of the floor, which keeps grip slip
 * out) up to the greatest force.
 */
public final class YieldPoint implements Method {

    private static final BigDecimal TENTH_OF_MAX = new BigDecimal("0.1");
    /** A computer-controlled machine that reads more slowly can miss the upper yield (ISO 6892-1). */
    private static final BigDecimal SLOWEST_HZ = new BigDecimal("7.5");

    private static final BigDecimal GREATEST_KN = new BigDecimal("5000");

    @Override
    public String name() {
        return "yield-point";
    }

    @Override
    public List<InputField> inputs() {
        return List.of(
                InputField.positive("sampleHz", "Hz", "10000").machine(),
                InputField.unsigned("noiseKn", "kN", "1000").derived(),
                InputField.unsigned("floorKn", "kN", "5000").optional().derived(),
                InputField.decimal("forcesKn", "kN")
                        .bounded(null, GREATEST_KN.negate(), GREATEST_KN)
                        .many(2, 200_000)
                        .machine());
    }

    @Override
    public Evaluation evaluate(GivenInputs given) {
        List<BigDecimal> forces = given.decimals("forcesKn");
        BigDecimal max = Collections.max(forces);
        int end = forces.indexOf(max);
        BigDecimal start = max.multiply(TENTH_OF_MAX);
        BigDecimal threshold = given.has("floorKn") ? start.max(given.decimal("floorKn")) : start;
        int begin = firstFrom(forces, threshold, end);
        refuseBelowZero(forces, begin, end, start);
        YieldSearch found = YieldSearch.in(forces, begin, end, given.decimal("noiseKn"));

        AnswerSheet sheet = new AnswerSheet(this);
        sheet.put("kind", found.kind())
                .put("upperYieldKn", force(forces, found.upper()))
                .put("upperYieldIndex", found.upper())
                .put("lowerYieldKn", force(forces, found.lower()))
                .put("lowerYieldIndex", found.lower())
                .put("maxForceKn", force(forces, end))
                .put("maxForceIndex", end)
                .put("lowerBelowUpper", found.lowerBelowUpper(forces))
                .put("sampledFastEnough", given.decimal("sampleHz").compareTo(SLOWEST_HZ) >= 0);
        return sheet.decide("noiseKn", given.decimal("noiseKn"))
                .decide("searchFromKn", threshold)
                .decide("firstValley", "LEFT_OUT_WHEN_SEVERAL")
                .unjudged();
    }

    // A load cell reads a little below zero before the load and after the fracture; where yield is sought, nothing may.
    private static void refuseBelowZero(List<BigDecimal> forces, int begin, int end, BigDecimal slight) {
        for (int i = 0; i < forces.size(); i++) {
            BigDecimal force = forces.get(i);
            boolean loaded = i >= begin && i <= end;
            if (force.signum() < 0 && (loaded || force.negate().compareTo(slight) >= 0)) {
                throw RuleBroken.at("forcesKn[" + i + "]", "standards.yield.belowZero", force.toPlainString());
            }
        }
    }

    private static int firstFrom(List<BigDecimal> forces, BigDecimal threshold, int end) {
        int i = 0;
        while (i <= end && forces.get(i).compareTo(threshold) < 0) {
            i++;
        }
        return i;
    }

    private static BigDecimal force(List<BigDecimal> forces, Integer index) {
        return index == null ? null : Gb8170.round(forces.get(index), Gb8170.HUNDREDTH);
    }
}
