package org.jianzheng.testing.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jianzheng.testing.procedure.ResultView;

/**
 * A test order and everything recorded for it.
 *
 * @param awaiting stage of the raw record that is awaited ({@code main}, {@code 3d}, {@code 28d}), or null
 * @param returnReason why the record was last sent back, or null
 * @param overdueSince since when the awaited record is late, or null
 * @param records newest first
 */
public record OrderView(
        String orderNo,
        String sampleNo,
        String testerName,
        LocalDate plannedOn,
        String place,
        String awaiting,
        String returnReason,
        Instant overdueSince,
        List<Version> records) {

    /** A version of a raw record, and what it changed of the one before (4.2.2.2). */
    public record Version(ResultView.RecordVersion record, List<Change> changes) {}

    /**
     * A value that differs from the version before.
     *
     * @param field key of the form
     * @param row number from 1 within a list, or 0
     */
    public record Change(String field, int row, String before, String after) {}
}
