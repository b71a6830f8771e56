package org.jianzheng.reporting.issuing;

import java.util.UUID;
import org.jianzheng.records.number.SerialNumber;

/**
 * Everything of an issued report that depends on its number, ready to be stored.
 *
 * @param entry id of its future ledger entry, which the token names
 */
record FinishedReport(
        SerialNumber number, String content, String contentSha256, UUID entry, String token, byte[] pdf) {}
