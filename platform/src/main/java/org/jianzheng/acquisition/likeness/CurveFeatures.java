package org.jianzheng.acquisition.likeness;

import org.jianzheng.acquisition.curve.Curve;

/** A curve as a short vector by which copies are looked for: 48 numbers of each of its two windows. */
public final class CurveFeatures {

    /** Which basis the numbers belong to; those of another are worth nothing. */
    public static final int VERSION = 1;

    public static final int LENGTH = 2 * FeatureBasis.FEATURES;

    private CurveFeatures() {}

    /** Each window's numbers are of unit length, or all zero where the curve has too few points there. */
    public static float[] of(Curve curve) {
        float[] features = new float[LENGTH];
        for (int window = 0; window < CurveWindow.FROM.length; window++) {
            int at = window;
            CurveWindow.of(curve, CurveWindow.FROM[window])
                    .ifPresent(found ->
                            FeatureBasis.CURRENT.project(found.bent(), at, features, at * FeatureBasis.FEATURES));
        }
        return features;
    }
}
