package org.jianzheng.acquisition.likeness;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import org.jianzheng.acquisition.curve.Curve;

/**
 * Looks for the curve that another is a copy of, among all that were added: the {@value #CANDIDATES} whose features are
 * nearest, of which each is fitted to it. Brute force over the features, of which
 * the fits take nearly all the time up to some 100,000 curves. Any thread may use it.
 */
public final class CopySearch {

    private static final int CANDIDATES = 100;
    /** In parts of the peak: half of what the nearest of 10,000 honest curves leaves, made or real. */
    private static final double CERTAIN = 1.5e-4;

    private static final double MASKED = 2.5e-4;
    /** Beyond what is certain, what is left has to be noise at least, not the way of another curve. */
    private static final double MASKED_MEMORY = 0.7;

    private final List<String> ids = new ArrayList<>();
    private final List<Supplier<Curve>> curves = new ArrayList<>();
    private float[] features = new float[CurveFeatures.LENGTH * 64];

    /** @param curve is asked for only where the features are near */
    public synchronized void add(String id, float[] curveFeatures, Supplier<Curve> curve) {
        int at = ids.size() * CurveFeatures.LENGTH;
        if (at == features.length) {
            features = Arrays.copyOf(features, 2 * features.length);
        }
        System.arraycopy(curveFeatures, 0, features, at, CurveFeatures.LENGTH);
        ids.add(id);
        curves.add(curve);
    }

    public synchronized int size() {
        return ids.size();
    }

    /** The curve it is most surely a copy of; empty where it is a curve of its own. */
    public Optional<Likeness> find(Curve curve) {
        return nearest(curve).flatMap(Nearest::likeness);
    }

    /** The best fit among all, however bad. */
    record Nearest(String id, CopyFit fit) {

        Optional<Likeness> likeness() {
            if (fit.residual() < CERTAIN) {
                return Optional.of(new Likeness(id, fit.residual(), Likeness.Kind.CERTAIN));
            }
            return fit.residual() < MASKED && fit.memory() < MASKED_MEMORY
                    ? Optional.of(new Likeness(id, fit.residual(), Likeness.Kind.MASKED))
                    : Optional.empty();
        }
    }

    Optional<Nearest> nearest(Curve curve) {
        Nearest best = null;
        List<Optional<CurveWindow>> windows = windows(curve);
        for (Candidate candidate : candidates(CurveFeatures.of(curve))) {
            CopyFit fit = fit(windows, windows(candidate.curve.get()));
            if (best == null || fit.residual() < best.fit.residual()) {
                best = new Nearest(candidate.id, fit);
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Optional<CurveWindow>> windows(Curve curve) {
        return DoubleStream.of(CurveWindow.FROM)
                .mapToObj(from -> CurveWindow.of(curve, from))
                .toList();
    }

    /** The better one of the two windows. */
    private static CopyFit fit(List<Optional<CurveWindow>> curve, List<Optional<CurveWindow>> earlier) {
        CopyFit best = CopyFit.NONE;
        for (int window = 0; window < CurveWindow.FROM.length; window++) {
            if (curve.get(window).isPresent() && earlier.get(window).isPresent()) {
                CopyFit fit = CopyFit.of(
                        curve.get(window).orElseThrow(), earlier.get(window).orElseThrow());
                best = fit.residual() < best.residual() ? fit : best;
            }
        }
        return best;
    }

    private record Candidate(String id, float near, Supplier<Curve> curve) {}

    private synchronized List<Candidate> candidates(float[] query) {
        PriorityQueue<Candidate> nearest = new PriorityQueue<>(Comparator.comparing(Candidate::near));
        for (int i = 0; i < ids.size(); i++) {
            float near = near(query, i * CurveFeatures.LENGTH);
            if (nearest.size() < CANDIDATES || near > nearest.element().near) {
                nearest.add(new Candidate(ids.get(i), near, curves.get(i)));
                if (nearest.size() > CANDIDATES) {
                    nearest.remove();
                }
            }
        }
        return List.copyOf(nearest);
    }

    /** The greater cosine of the two windows. */
    private float near(float[] query, int at) {
        float nearest = Float.NEGATIVE_INFINITY;
        for (int window = 0; window < CurveFeatures.LENGTH; window += FeatureBasis.FEATURES) {
            float sum = 0;
            for (int i = window; i < window + FeatureBasis.FEATURES; i++) {
                sum += query[i] * features[at + i];
            }
            nearest = Math.max(nearest, sum);
        }
        return nearest;
    }
}
