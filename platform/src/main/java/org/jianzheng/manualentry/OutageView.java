package org.jianzheng.manualentry;

import java.time.LocalDate;
import java.util.List;

/**
 * A machine's outage as its readers find it.
 *
 * @param returned null while the machine is out of order
 * @param days on which forces may be typed, in the order in which they were allowed
 */
public record OutageView(
        String id,
        String equipment,
        String labCode,
        TypingWaiverView.Word reported,
        TypingWaiverView.Word returned,
        List<Day> days) {

    /** A day that the technical head allowed. */
    public record Day(LocalDate day, TypingWaiverView.Word allowed) {}

    public boolean isOpen() {
        return returned == null;
    }
}
