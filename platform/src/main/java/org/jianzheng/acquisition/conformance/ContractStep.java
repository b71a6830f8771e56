package org.jianzheng.acquisition.conformance;

/** What the wire contract asks of the software of a machine, in the order in which a trial comes to it. */
public enum ContractStep {
    /** A run that is told of begins: that run, that specimen, that method, in kN, with software and start named. */
    BEGINS,
    /** Cut off from the broker in the middle, it connects again and goes on. */
    RECONNECTS,
    /** Chunks are numbered from 0 without gaps, and times never fall. */
    NUMBERS,
    /** 1 to 100 points a second. */
    RATE,
    /** The end says how many chunks and points there were, the peak, and the SHA-256 over all points. */
    ENDS,
    /** A chunk that is asked for again comes again, the same bytes. */
    RESENDS,
    /** An end that is not answered is repeated. */
    REPEATS,
    /** Nothing comes after the run was accepted. */
    FALLS_SILENT
}
