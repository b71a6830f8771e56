package org.jianzheng.nonconformity.loop;

import java.time.Instant;

/** The station closed a loop, or withdrew it as a false alarm. */
public record LoopClosed(String loopId, String caseId, String labCode, boolean withdrawn, Instant at) {}
