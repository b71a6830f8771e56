package org.jianzheng.testing.correction;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
    /** The rule found no yield on a curve that shows one. */
    YIELD_MISSED,
    /** The rule took a slip of the grips, or another place, for the yield. */
    YIELD_MISREAD,
    OTHER;

    private static final Set<CorrectionReason> OF_CURVE = EnumSet.of(YIELD_MISSED, YIELD_MISREAD, OTHER);

    /** Why yield is picked by a person. */
    public static String[] namesOfCurve() {
        return OF_CURVE.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Why a record, a sample or a report is corrected. */
    public static List<CorrectionReason> ofRecord() {
        return Arrays.stream(values())
                .filter(reason -> reason == OTHER || !OF_CURVE.contains(reason))
                .toList();
    }

    /** Records made under earlier forms name none. */
    public static CorrectionReason named(String name) {
        return name == null || name.isBlank() ? OTHER : valueOf(name);
    }
}
