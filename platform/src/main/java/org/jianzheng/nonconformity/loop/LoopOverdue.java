package org.jianzheng.nonconformity.loop;

import java.time.Instant;

/** A step of a loop is overdue by more than three days; said once for each step. */
public record LoopOverdue(String loopId, String caseId, String labCode, String step, String waitingFor, Instant at) {}
