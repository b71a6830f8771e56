package org.jianzheng.commission.caselist;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands as a whole. Names are what {@code GET /api/cases?state=} takes and gives. */
public enum CaseStage {
    /** Waits for the laboratory's contract review. */
    SUBMITTED("waiting"),
    /** Refused at the review; the commissioner corrects or withdraws. */
    RETURNED("failed"),
    /** Being taken, witnessed or delivered. */
    SAMPLING("running"),
    /** The sampler cannot take the sample; the commissioner decides. */
    SAMPLING_STOPPED("failed"),
    /** The sample was refused; the commissioner decides. */
    SAMPLE_REFUSED("failed"),
    TESTING("running"),
    /** The laboratory cannot test; the commissioner decides. */
    TEST_STOPPED("failed"),
    REPORTING("running"),
    /** The report is issued; whether the sample passed is another question, so not green. */
    REPORTED("closed"),
    ARCHIVED("closed"),
    WITHDRAWN("closed");

    private static final Set<CaseStage> MAIN_LINE = EnumSet.of(SUBMITTED, SAMPLING, TESTING, REPORTING, ARCHIVED);

    private final String kind;

    CaseStage(String kind) {
        this.kind = kind;
    }

    /** Every case that goes well stays here for a while. */
    public boolean onMainLine() {
        return MAIN_LINE.contains(this);
    }

    /** Whether the laboratory has come to a result. */
    public boolean tested() {
        return this == REPORTING || this == REPORTED || this == ARCHIVED;
    }

    /** How the pages colour it. */
    public String kind() {
        return kind;
    }
}
