package org.jianzheng.sampling.mark;

/** Where a mark stands, worked out from the facts about its specimen. Anybody who holds it may know this much. */
public enum MarkState {
    /** Made and printed, on nothing yet. */
    BLANK,
    /** Given to a sample. */
    BOUND,
    /** On a specimen that was taken and sealed. */
    SEALED,
    WITNESSED,
    RECEIVED,
    TESTED,
    DISPOSED,
    /** Lost, replaced, or of a sample that was late or refused. */
    VOID
}
