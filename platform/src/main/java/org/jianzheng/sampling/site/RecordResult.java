package org.jianzheng.sampling.site;

/** What became of the sampler's or the witness's record. */
public enum RecordResult {
    /** It counts. */
    DONE,
    /** It came late, or with an objection: the attempt is closed. */
    VOID,
    /** The sampler left it to the client. */
    GIVEN_UP,
    /** 离线补传: it came late from a phone that says it was made in time; a person decides. */
    UNDECIDED
}
