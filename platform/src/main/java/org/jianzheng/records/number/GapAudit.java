package org.jianzheng.records.number;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What a check of one series found.
 *
 * @param issued how many numbers are issued, void ones included
 * @param last the highest serial that was ever given
 * @param missing serials up to it that nobody holds; empty as it should be
 * @param voided numbers that are issued and void
 */
public record GapAudit(int issued, int last, List<Integer> missing, List<String> voided) {

    public GapAudit {
        missing = List.copyOf(missing);
        voided = List.copyOf(voided);
    }

    static GapAudit of(List<Integer> serials, int last, List<String> voided) {
        Set<Integer> held = new HashSet<>(serials);
        List<Integer> missing = held.size() == last
                ? List.of()
                : IntStream.rangeClosed(1, last)
                        .filter(serial -> !held.contains(serial))
                        .boxed()
                        .toList();
        return new GapAudit(serials.size(), last, missing, voided);
    }

    public boolean gapless() {
        return missing.isEmpty() && issued == last;
    }
}
