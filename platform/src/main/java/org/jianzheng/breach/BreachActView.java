package org.jianzheng.breach;

import java.time.Instant;

/**
 * One line of a breach's story.
 *
 * @param kind {@code breach.act.<kind>}
 * @param outcome what was decided: {@code breach.act.outcome.<outcome>}; or null
 */
public record BreachActView(String kind, String outcome, String words, String proof, String byName, Instant at) {}
