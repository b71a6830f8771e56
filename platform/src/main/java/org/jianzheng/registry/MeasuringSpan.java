package org.jianzheng.registry;

import java.math.BigDecimal;
import java.util.Optional;

/** What a machine measures, from and to, in that unit. */
public record MeasuringSpan(BigDecimal from, BigDecimal to, String unit) {

    public MeasuringSpan {
        from = from.stripTrailingZeros();
        to = to.stripTrailingZeros();
    }

    /** Its far end in kN; empty where it measures no force. */
    public Optional<BigDecimal> kilonewtons() {
        return MachineKind.kilonewtons(unit).map(to::multiply);
    }

    @Override
    public String toString() {
        return from.toPlainString() + "～" + to.toPlainString() + " " + unit;
    }
}
