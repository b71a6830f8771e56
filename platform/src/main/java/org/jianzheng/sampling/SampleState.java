package org.jianzheng.sampling;

/** Where a sample stands in its custody chain. Names are what {@code GET /api/specimens?state=} takes and gives. */
public enum SampleState {
    /** Its marks are printed. */
    ISSUED,
    /** The sampler's record came late from a phone that says it was made in time; a person decides. */
    TAKING_UNDECIDED,
    TAKEN,
    /** The same of the witness's record. */
    WITNESSING_UNDECIDED,
    WITNESSED,
    RECEIVED,
    /** By the laboratory, or objected to by the witness. */
    REFUSED,
    /** A window was missed. */
    LATE,
    /** The sampler could not take it; the client decides. */
    GIVEN_UP
}
