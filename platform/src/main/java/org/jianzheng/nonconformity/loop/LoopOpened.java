package org.jianzheng.nonconformity.loop;

import java.time.Instant;

/** A failing report opened its loop, in the transaction that issued it. */
public record LoopOpened(String loopId, String caseId, String reportNo, String labCode, Instant at) {}
