package org.jianzheng.breach;

import java.time.Instant;

/** A breach of qualification was found and its process begun. */
public record BreachOpened(String breachId, String labCode, String rule, Instant at) {}
