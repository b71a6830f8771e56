package org.jianzheng.reporting.proof;

/**
 * What the search for a proof came to.
 *
 * @param reportNo the number in question, or null
 * @param proof null unless PROVEN
 */
public record ProofFinding(Kind kind, String reportNo, ReportProof proof) {

    public enum Kind {
        PROVEN,
        /** Issued, it seems, but what should prove it was changed or is gone. */
        UNPROVEN,
        /** Signed here, but not for what was issued under that number. */
        OTHER_CONTENT,
        /** Signed here, but no report of that number was ever issued. */
        NEVER_ISSUED,
        /** Made up or altered. */
        FORGED,
        /** Signed with a key this platform does not have. */
        KEY_UNKNOWN
    }

    static ProofFinding of(Kind kind, String reportNo) {
        return new ProofFinding(kind, reportNo, null);
    }

    static ProofFinding proven(ReportProof proof) {
        return new ProofFinding(Kind.PROVEN, proof.reportNo(), proof);
    }

    public boolean proven() {
        return kind == Kind.PROVEN;
    }
}
