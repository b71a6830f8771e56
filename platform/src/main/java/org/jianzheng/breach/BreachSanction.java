package org.jianzheng.breach;

/** What the station may decide, from lightest to heaviest. Its word is {@code breach.decision.<name>}. */
public enum BreachSanction {
    DISMISS,
    WARN,
    CORRECT,
    SUSPEND;

    boolean lighterThan(BreachSanction other) {
        return compareTo(other) < 0;
    }
}
