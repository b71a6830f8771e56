package org.jianzheng.reporting.issuing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The issuers of one series in this node: one holds the series from its number to the end of its transaction, others wait. */
final class SeriesLine {

    static final int NONE = 0;

    private final int ahead;
    private final Duration patience;
    private final List<SeriesTurn> waiting = new ArrayList<>();

    /** What the first who waits will get, as far as this node knows. */
    private int next;

    private SeriesTurn holder;
    private int held;

    /**
     * @param ahead how many of those who wait may prepare at once, the first ones
     * @param patience after which somebody no longer waits for a turn
     */
    SeriesLine(int ahead, Duration patience) {
        this.ahead = ahead;
        this.patience = patience;
    }

    /** @param seen the next number as the database has it */
    synchronized void join(SeriesTurn turn, int seen) {
        next = Math.max(next, seen);
        // A transaction that issues twice would wait for those who wait for it.
        waiting.add(holds(turn) ? 0 : waiting.size(), turn);
        notifyAll();
    }

    /**
     * Waits until the turn should prepare.
     *
     * @param prepared the serial it is ready for, or NONE
     * @return the serial to prepare with; NONE when it is time to take a number
     */
    synchronized int await(SeriesTurn turn, int prepared) {
        try {
            for (long left = leftMillis(turn); left > 0; left = leftMillis(turn)) {
                int place = waiting.indexOf(turn);
                if (place < ahead && next + place != prepared) {
                    return next + place;
                }
                if (place == 0 && (holder == null || holds(turn))) {
                    return NONE;
                }
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return NONE;
    }

    synchronized void took(SeriesTurn turn, int serial) {
        waiting.remove(turn);
        if (holder == null || !holds(turn)) {
            holder = turn;
            held = serial;
        }
        next = serial + 1;
        notifyAll();
    }

    synchronized void leave(SeriesTurn turn, boolean committed) {
        waiting.remove(turn);
        if (holder == turn) {
            holder = null;
            // The number is free again. Where nobody knows how the commit ended it may not be: a wrong guess costs time
            // only.
            next = committed ? next : held;
        }
        notifyAll();
    }

    private long leftMillis(SeriesTurn turn) {
        return patience.toMillis() - (System.nanoTime() - turn.since()) / 1_000_000;
    }

    private boolean holds(SeriesTurn turn) {
        return holder != null && holder.ofSameTransaction(turn);
    }
}
