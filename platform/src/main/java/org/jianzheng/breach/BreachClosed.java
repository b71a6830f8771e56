package org.jianzheng.breach;

import java.time.Instant;

/** It is over; {@code outcome} is DISMISSED, REVERSED, WARNED or CORRECTED. */
public record BreachClosed(String breachId, String labCode, String rule, String outcome, Instant at) {}
