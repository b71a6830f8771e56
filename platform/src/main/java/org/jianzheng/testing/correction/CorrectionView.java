package org.jianzheng.testing.correction;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A correction as others read it.
 *
 * @param waitsFor whose word is missing next; null where nobody is asked
 * @param approver who agreed for the laboratory, or null
 * @param told group paths that were warned of it
 * @param barred user names of those who may not agree to it
 * @param opinions what was said on it, oldest first
 */
public record CorrectionView(
        String id,
        CorrectionSubject subject,
        CorrectionKind kind,
        String caseId,
        String labCode,
        String title,
        CorrectionReason reason,
        String text,
        CorrectionProposal.Effect effect,
        boolean guarded,
        CorrectionState state,
        Consent waitsFor,
        Hand proposer,
        Hand approver,
        List<String> told,
        List<Said> opinions,
        Set<String> barred) {

    /** Somebody's part in it. */
    public record Hand(String username, String name, Instant at) {}

    /** One word on it. */
    public record Said(Consent consent, boolean granted, String name, String opinion, Instant at) {}
}
