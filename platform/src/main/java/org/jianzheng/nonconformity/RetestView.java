package org.jianzheng.nonconformity;

import java.time.Instant;

/** A signed re-test of a failing report. */
public record RetestView(String retestNo, String caseId, String commissionNo, String conclusion, Instant signedAt) {}
