package org.jianzheng.testing.correction;

/**
 * What is corrected.
 *
 * @param id of the result, number of the report, id of the curve
 */
public record CorrectionSubject(Kind kind, String id) {

    public enum Kind {
        /** A result before its report is signed. */
        RESULT,
        /** A signed report, and what stands behind it. */
        REPORT,
        /** A mark on a force-time curve. */
        CURVE
    }

    public static CorrectionSubject result(String id) {
        return new CorrectionSubject(Kind.RESULT, id);
    }

    public static CorrectionSubject report(String reportNo) {
        return new CorrectionSubject(Kind.REPORT, reportNo);
    }

    public static CorrectionSubject curve(String runId) {
        return new CorrectionSubject(Kind.CURVE, runId);
    }

    String key() {
        return kind + ":" + id;
    }
}
