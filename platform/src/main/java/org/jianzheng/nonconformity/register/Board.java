package org.jianzheng.nonconformity.register;

import java.util.List;

/**
 * What supervisors look at first.
 *
 * @param open loops that are not closed
 * @param overdue those of them with somebody overdue
 * @param soon those whose next deadline is less than a day away
 * @param mine those that wait for the station
 * @param overdueLines the longest overdue first
 * @param mineLines the next deadline first
 */
public record Board(
        long open,
        long overdue,
        long soon,
        long mine,
        List<LoopLine> overdueLines,
        List<LoopLine> mineLines,
        List<Heat> labs,
        List<Heat> projects) {

    /**
     * How much is open where.
     *
     * @param code to filter the register by: of a laboratory, or the name of a project
     * @param level 0 to 4, for a colour; the figure stands beside it
     */
    public record Heat(String code, String name, long open, long overdue, int level) {}
}
