package org.jianzheng.sampling.disposal;

import java.time.Instant;

/**
 * What became of the specimens of a sample after their test.
 *
 * @param way {@code SCRAPPED} or {@code RETURNED}
 */
public record Disposal(Instant at, String username, String name, String way, String note) {}
