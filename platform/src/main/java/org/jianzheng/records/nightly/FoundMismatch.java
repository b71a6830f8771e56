package org.jianzheng.records.nightly;

import java.time.Instant;

/**
 * A record that did not match, as it was kept.
 *
 * @param subject what it is about, or null
 * @param record the entry, row or file
 * @param what people read the message {@code records.mismatch.<what>}
 */
public record FoundMismatch(Instant runAt, String check, String subject, String record, String what, Instant foundAt) {}
