package org.jianzheng.sampling.mark;

import java.time.Instant;
import java.util.List;

/**
 * A roll (or sheets) of marks as it was ordered.
 *
 * @param bound how many of its marks are on specimens
 * @param lost how many of the others are void; all of them where the roll is
 * @param voided why the roll as a whole is void, or null
 */
public record RollView(
        String rollNo,
        String projectCode,
        String contractorCode,
        int size,
        Instant orderedAt,
        String orderedName,
        int bound,
        int lost,
        int printings,
        String voided) {

    public int blank() {
        return size - bound - lost;
    }

    /** One printing. @param reason of a further one; null of the first */
    public record Printing(int number, Instant at, String name, RollLayout layout, int labels, String reason) {}

    /** A loss. @param position 0 for the roll as a whole */
    public record Loss(int position, Instant at, String name, String reason) {}

    /** What became of one mark. */
    public record Label(int position, String mark, boolean bound, String voided) {

        public boolean blank() {
            return !bound && voided == null;
        }
    }

    /** The roll with what was done to it. */
    public record Story(RollView roll, List<Label> labels, List<Printing> printings, List<Loss> losses) {

        public Story {
            labels = List.copyOf(labels);
            printings = List.copyOf(printings);
            losses = List.copyOf(losses);
        }
    }
}
