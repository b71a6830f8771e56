package org.jianzheng.commission;

/** Where a case stands as a whole. Names are what {@code GET /api/cases?state=} takes and gives. */
public enum Stage {
    /** Waits for the laboratory's contract review. */
    SUBMITTED("yellow"),
    /** Refused at the review; the commissioner corrects or withdraws. */
    RETURNED("red"),
    /** Being taken, witnessed or delivered. */
    SAMPLING("blue"),
    /** The sample was refused; the commissioner decides. */
    SAMPLE_REFUSED("red"),
    TESTING("blue"),
    REPORTING("blue"),
    /** The report is issued. */
    REPORTED("green"),
    ARCHIVED("green"),
    WITHDRAWN("secondary");

    private final String colour;

    Stage(String colour) {
        this.colour = colour;
    }

    public String colour() {
        return colour;
    }
}
