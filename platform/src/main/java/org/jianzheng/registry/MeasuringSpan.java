package org.jianzheng.registry;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a machine measures, from and to, in that unit.
 *
 * @param resolution the least difference it shows, in the same unit; null for an entry that does not say
 */
public record MeasuringSpan(BigDecimal from, BigDecimal to, String unit, BigDecimal resolution) {

    public MeasuringSpan {
        from = from.stripTrailingZeros();
        to = to.stripTrailingZeros();
        resolution = resolution == null ? null : resolution.stripTrailingZeros();
    }

    /** Its far end in kN; empty where it measures no force. */
    public Optional<BigDecimal> kilonewtons() {
        return MachineKind.kilonewtons(unit).map(to::multiply);
    }

    /** The least difference of force that it shows, in kN; empty where it measures no force, or does not say. */
    public Optional<BigDecimal> resolutionKn() {
        return Optional.ofNullable(resolution)
                .flatMap(least -> MachineKind.kilonewtons(unit).map(least::multiply));
    }

    /** {@code 0.01 kN}; empty where it does not say. */
    public Optional<String> resolutionText() {
        return Optional.ofNullable(resolution).map(least -> least.toPlainString() + " " + unit);
    }

    @Override
    public String toString() {
        return from.toPlainString() + "～" + to.toPlainString() + " " + unit;
    }
}
