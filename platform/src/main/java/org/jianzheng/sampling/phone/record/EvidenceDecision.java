package org.jianzheng.sampling.phone.record;

import java.time.Instant;

/** What the station made of a record that completed nothing. */
public record EvidenceDecision(boolean accepted, String reason, String byName, Instant at) {}
