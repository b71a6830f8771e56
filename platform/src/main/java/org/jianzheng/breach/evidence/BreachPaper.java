package org.jianzheng.breach.evidence;

import java.time.Instant;

/** A file the laboratory has handed in. */
public record BreachPaper(
        String id, String name, String mediaType, String sha256, long size, String byName, Instant at) {}
