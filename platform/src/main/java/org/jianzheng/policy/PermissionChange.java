package org.jianzheng.policy;

import java.time.Instant;
import java.time.LocalDate;

/** The station permits a value from that day, or no longer does. @param number from 1 within the input */
public record PermissionChange(
        int number, String value, boolean permitted, LocalDate from, String reason, String byName, Instant at) {}
