package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The longest run of points that all stay within the noise of its first point; the first of equally long ones. A run only
 * counts when longer than the best so far, so the window slides one way and the whole curve costs one pass.
 */
final class YieldPlateau {

    private final List<BigDecimal> forces;
    private final BigDecimal noise;
    private final Deque<Integer> falling = new ArrayDeque<>(); // front: greatest of the window
    private final Deque<Integer> climbing = new ArrayDeque<>(); // front: least of the window
    private int filled;

    private YieldPlateau(List<BigDecimal> forces, int begin, BigDecimal noise) {
        this.forces = forces;
        this.noise = noise;
        this.filled = begin;
    }

    /** Index of the lowest point of the longest run of at least {@code shortest} points in begin…end, or null. */
    static Integer lowestPoint(List<BigDecimal> forces, int begin, int end, BigDecimal noise, int shortest) {
        YieldPlateau plateau = new YieldPlateau(forces, begin, noise);
        Integer lowest = null;
        int length = shortest;
        for (int start = begin; start + length - 1 <= end; start++) {
            plateau.slide(start, start + length - 1);
            while (start + length - 1 <= end && plateau.holds(start)) {
                lowest = plateau.climbing.peekFirst();
                length++;
                if (start + length - 1 <= end) {
                    plateau.slide(start, start + length - 1);
                }
            }
        }
        return lowest;
    }

    private void slide(int start, int last) {
        for (; filled <= last; filled++) {
            BigDecimal force = forces.get(filled);
            while (!falling.isEmpty() && forces.get(falling.peekLast()).compareTo(force) < 0) {
                falling.removeLast();
            }
            // Equals stay, so that the front is the first of them.
            while (!climbing.isEmpty() && forces.get(climbing.peekLast()).compareTo(force) > 0) {
                climbing.removeLast();
            }
            falling.addLast(filled);
            climbing.addLast(filled);
        }
        drop(falling, start);
        drop(climbing, start);
    }

    private static void drop(Deque<Integer> window, int start) {
        while (window.peekFirst() < start) {
            window.removeFirst();
        }
    }

    private boolean holds(int start) {
        BigDecimal first = forces.get(start);
        return forces.get(falling.peekFirst()).subtract(first).compareTo(noise) <= 0
                && first.subtract(forces.get(climbing.peekFirst())).compareTo(noise) <= 0;
    }
}
