package org.jianzheng.standards.evaluation;

/** What follows from a test under its standard. Names are those of the wire, of records and of reports. */
public enum Verdict {
    PASS,
    FAIL,
    /** The standard lets more specimens decide. */
    RETEST,
    /** The test itself gives no result. */
    INVALID,
    /** The standard leaves it to a person. */
    REFER,
    /** A part of it is not there yet. */
    PENDING,
    /** Measured, and judged by nothing. */
    UNJUDGED;

    /** Whether what was required is met. */
    public static Verdict of(boolean met) {
        return met ? PASS : FAIL;
    }
}
