package org.jianzheng.sampling.site;

import java.time.Instant;

/**
 * What was decided on a record that came late.
 *
 * @param step {@code TAKING} or {@code WITNESSING}
 */
public record LateDecisionView(String step, boolean accepted, String reason, String byName, Instant at) {}
