package org.jianzheng.qualification;

import java.util.Set;
import org.jianzheng.kernel.DaySpan;

/**
 * A piece of equipment.
 *
 * @param range measuring range with unit, {@code 0～2000 kN}
 * @param accuracy class or error, {@code 1级}
 * @param calibrated from the day of calibration to the last day it holds
 */
public record Machine(
        String code,
        String labCode,
        String name,
        String model,
        String factoryNo,
        String range,
        String accuracy,
        String room,
        Set<String> items,
        String calibrationNo,
        DaySpan calibrated) {

    public String itemLabels() {
        return Item.labels(items);
    }
}
