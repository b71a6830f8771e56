package org.jianzheng.acquisition.likeness;

/**
 * An earlier curve that a curve is like.
 *
 * @param residual what is left of the curve once the earlier one is fitted to it, as a part of the peak
 */
public record Likeness(String curveId, double residual, Kind kind) {

    /** How sure it is. */
    public enum Kind {
        /** Shifted, scaled, trimmed or resampled. */
        CERTAIN,
        /** What is left is noise alone: a copy with noise upon it, or a machine rougher than most. */
        MASKED
    }
}
