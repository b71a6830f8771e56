package org.jianzheng.qualification.breach;

import java.time.Instant;

/** A file the laboratory has handed in. */
public record Paper(String id, String name, String mediaType, String sha256, long size, String byName, Instant at) {}
