package org.jianzheng.standards.evaluation;

/** What follows from a test under its standard. Names are those of the wire, of records and of reports. */
public enum Verdict {
    PASS("合格"),
    FAIL("不合格"),
    /** The standard lets more specimens decide. */
    RETEST("复验"),
    /** The test itself gives no result. */
    INVALID("无效"),
    /** The standard leaves it to a person. */
    REFER("标准未列"),
    /** A part of it is not there yet. */
    PENDING("待测"),
    /** Measured, and judged by nothing. */
    UNJUDGED("不作判定");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As reports print it. */
    public String word() {
        return word;
    }

    /** Whether what was required is met. */
    public static Verdict of(boolean met) {
        return met ? PASS : FAIL;
    }
}
