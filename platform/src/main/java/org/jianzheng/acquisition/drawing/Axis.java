package org.jianzheng.acquisition.drawing;

import java.math.BigDecimal;
import java.util.stream.DoubleStream;

/**
 * An axis with a handful of round ticks. Drawn numbers only: nothing here reaches a result.
 *
 * @param step between two ticks, in the unit of the data
 * @param unit so much of the data is one of what is written
 */
record Axis(double from, double to, double step, int unit) {

    private static final int TICKS = 8;
    private static final double[] ROUND = {1, 2, 5, 10};

    /** From at most the least to at least the greatest. */
    static Axis over(double least, double greatest, int unit) {
        double raw = Math.max(greatest - least, 1) / TICKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power
                * DoubleStream.of(ROUND)
                        .filter(round -> round * power >= raw)
                        .findFirst()
                        .orElse(10);
        return new Axis(Math.floor(least / step) * step, Math.ceil(greatest / step) * step, step, unit);
    }

    double part(double value) {
        return (value - from) / (to - from);
    }

    double[] ticks() {
        return DoubleStream.iterate(from, tick -> tick <= to + step / 2, tick -> tick + step)
                .toArray();
    }

    String label(double tick) {
        BigDecimal written = BigDecimal.valueOf(Math.round(tick))
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros();
        return written.signum() == 0 ? "0" : written.toPlainString();
    }
}
