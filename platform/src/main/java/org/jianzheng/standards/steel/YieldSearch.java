package org.jianzheng.standards.steel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Where a force curve yields. Indexes are into the whole curve, null where there is none. */
record YieldSearch(Kind kind, Integer upper, Integer lower) {

    private static final int SHORTEST_PLATEAU = 6;

    enum Kind {
        PEAKS,
        PLATEAU,
        NONE
    }

    static YieldSearch in(List<BigDecimal> forces, int begin, int end, BigDecimal noise) {
        Turns turns = Turns.of(forces, begin, end, noise);
        if (!turns.peaks().isEmpty() && !turns.valleys().isEmpty()) {
            return new YieldSearch(Kind.PEAKS, turns.peaks().get(0), lowest(forces, turns.valleys()));
        }
        Integer plateau = YieldPlateau.lowestPoint(forces, begin, end, noise, SHORTEST_PLATEAU);
        return plateau == null ? new YieldSearch(Kind.NONE, null, null) : new YieldSearch(Kind.PLATEAU, null, plateau);
    }

    /** A lower yield above the upper one is the mark of a grip slip taken for yield; null without both. */
    Boolean lowerBelowUpper(List<BigDecimal> forces) {
        return upper == null || lower == null ? null : forces.get(lower).compareTo(forces.get(upper)) < 0;
    }

    // The first valley is the initial transient of the machine when others follow.
    private static Integer lowest(List<BigDecimal> forces, List<Integer> valleys) {
        List<Integer> counted = valleys.size() > 1 ? valleys.subList(1, valleys.size()) : valleys;
        return counted.stream().min(Comparator.comparing(forces::get)).orElseThrow();
    }

    /** Peaks and valleys that stand out of the noise, first of equals. */
    private record Turns(List<Integer> peaks, List<Integer> valleys) {

        static Turns of(List<BigDecimal> forces, int begin, int end, BigDecimal noise) {
            Turns turns = new Turns(new ArrayList<>(), new ArrayList<>());
            boolean rising = true;
            int extreme = begin;
            for (int i = begin + 1; i <= end; i++) {
                int side = forces.get(i).compareTo(forces.get(extreme));
                if (rising ? side > 0 : side < 0) {
                    extreme = i;
                } else if (forces.get(i).subtract(forces.get(extreme)).abs().compareTo(noise) > 0) {
                    (rising ? turns.peaks : turns.valleys).add(extreme);
                    rising = !rising;
                    extreme = i;
                }
            }
            return turns;
        }
    }
}
