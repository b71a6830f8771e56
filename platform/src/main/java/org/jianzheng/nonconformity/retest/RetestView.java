package org.jianzheng.nonconformity.retest;

import java.time.Instant;

/**
 * A signed re-test of a failing report.
 *
 * @param objection why it does not count, or null
 */
public record RetestView(
        String retestNo, String caseId, String commissionNo, String conclusion, Instant signedAt, String objection) {}
