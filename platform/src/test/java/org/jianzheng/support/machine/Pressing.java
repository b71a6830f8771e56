package org.jianzheng.support.machine;

/**
 * A specimen pressed until it breaks.
 *
 * @param preloadKn at which recording begins
 * @param rangeKn of the machine: its noise goes by it
 */
public record Pressing(double peakKn, double knPerSecond, double hertz, double preloadKn, double rangeKn)
        implements CurveRecipe {}
