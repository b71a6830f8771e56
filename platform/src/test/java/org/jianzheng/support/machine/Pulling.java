package org.jianzheng.support.machine;

/**
 * A bar pulled until it breaks.
 *
 * @param yieldKn lower yield force
 * @param yields whether the curve shows it: a cold-worked bar has no plateau
 */
public record Pulling(double yieldKn, double peakKn, double knPerSecond, double hertz, boolean yields)
        implements CurveRecipe {}
