package org.jianzheng.testing.correction;

/** Why something in the record was wrong. The words beside it say what exactly. */
public enum CorrectionReason {
    /** A figure was copied or typed wrongly. */
    TRANSCRIPTION,
    UNIT,
    /** The figure belongs to another specimen. */
    SPECIMEN_ROW,
    /** The machine's display or record was read wrongly. */
    MACHINE_READING,
    /** The order or the sample is other than the site had said. */
    SAMPLE_FACT,
    /** The test was not made as the method says and was made again. */
    TEST_REPEATED,
    OTHER;

    /** Records made under earlier forms name none. */
    public static CorrectionReason named(String name) {
        return name == null || name.isBlank() ? OTHER : valueOf(name);
    }
}
