package org.jianzheng.testing.correction;

/** One thing that a correction changes, as people read it; empty text where there was nothing. */
public record ChangedValue(String label, String before, String after) {}
