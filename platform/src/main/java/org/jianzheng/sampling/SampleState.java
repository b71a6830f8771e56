package org.jianzheng.sampling;

/** Where a sample stands in its custody chain. Names are what {@code GET /api/specimens?state=} takes and gives. */
public enum SampleState {
    /** Its marks are printed. */
    ISSUED,
    TAKEN,
    WITNESSED,
    RECEIVED,
    /** By the laboratory, or objected to by the witness. */
    REFUSED,
    /** A window was missed. */
    LATE,
    /** The sampler could not take it; the client decides. */
    GIVEN_UP
}
