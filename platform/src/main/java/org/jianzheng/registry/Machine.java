package org.jianzheng.registry;

import org.jianzheng.kernel.DaySpan;

/**
 * A piece of equipment.
 *
 * @param kind what it can do; null for an old entry that does not say
 * @param range measuring range in words, {@code 0～2000 kN}
 * @param span the same in numbers with its unit; null for an old entry that has words only
 * @param accuracy class or error, {@code 1级}
 * @param calibrated from the day of calibration to the last day it holds
 */
public record Machine(
        String code,
        String labCode,
        String name,
        MachineKind kind,
        String model,
        String factoryNo,
        String range,
        MeasuringSpan span,
        String accuracy,
        String room,
        ScopeCodes items,
        String calibrationNo,
        DaySpan calibrated) {

    /** Whether it is meant for that parameter of the item. */
    public boolean serves(String item, String parameter) {
        return items.holds(item, parameter);
    }

    public String itemLabels() {
        return items.labels();
    }
}
