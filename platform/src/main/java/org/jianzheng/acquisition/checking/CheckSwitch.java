package org.jianzheng.acquisition.checking;

import java.time.Instant;

/** A word of the station: that rule is on or off from that moment on. */
public record CheckSwitch(
        String rule, int number, boolean on, Instant from, String reason, String byName, Instant setAt) {}
