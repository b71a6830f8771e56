package org.jianzheng.qualification.breach;

/** What the station may decide, from lightest to heaviest. Its word is {@code breach.decision.<name>}. */
public enum Sanction {
    DISMISS,
    WARN,
    CORRECT,
    SUSPEND;

    boolean lighterThan(Sanction other) {
        return compareTo(other) < 0;
    }
}
