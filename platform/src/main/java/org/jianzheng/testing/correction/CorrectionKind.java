package org.jianzheng.testing.correction;

/** What a correction does. */
public enum CorrectionKind {
    /** The raw record gets a further version. */
    RECORD,
    /** What the site had said of the sample is put right; figures stay. */
    SAMPLE_FACTS,
    /** A bar's yield is read elsewhere on its curve; the curve stays. */
    YIELD,
    /** The report is void: it should not have been issued. */
    VOID,
    /** The report is called back from everybody who has it. */
    RECALL;

    /** Whether a further report takes the place of the one that is corrected. */
    public boolean amends() {
        return this == RECORD || this == SAMPLE_FACTS;
    }
}
