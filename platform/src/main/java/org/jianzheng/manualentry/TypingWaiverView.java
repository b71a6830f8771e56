package org.jianzheng.manualentry;

import java.time.Instant;

/** A waiver as its readers find it. What was decided, and how it ended before its time, are null until then. */
public record TypingWaiverView(
        String id,
        String number,
        String labCode,
        TypingWaiverRequest request,
        TypingWaiverState state,
        Word asked,
        Word decided,
        Word ended) {

    /** What somebody said, of a waiver, an outage or a machine. */
    public record Word(String text, String byName, Instant at) {}
}
