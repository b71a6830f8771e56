package org.jianzheng.sampling.site;

import java.time.Duration;
import java.time.Instant;

/** The time somebody has for a record, counted by the server's clock; its last instant still counts (7.1.2). */
public record RecordWindow(Instant opened, Duration length) {

    public boolean covers(Instant at) {
        return !at.isAfter(closes());
    }

    public Instant closes() {
        return opened.plus(length);
    }
}
