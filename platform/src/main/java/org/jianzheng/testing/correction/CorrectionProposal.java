package org.jianzheng.testing.correction;

import java.util.List;
import java.util.Set;
import org.jianzheng.identity.CaseParties;

/**
 * A correction as it is asked for.
 *
 * @param title what people call it: the sample's or the report's number
 * @param guarded the laboratory may not decide alone: site, witness and station are asked too
 * @param barred user names of those who may not agree to it: who tested, reviewed, returned
 */
public record CorrectionProposal(
        CorrectionSubject subject,
        CorrectionKind kind,
        String caseId,
        CaseParties parties,
        String title,
        Cause cause,
        Effect effect,
        boolean guarded,
        Set<String> barred) {

    /** Why, from the list and in words. */
    public record Cause(CorrectionReason reason, String text) {}

    /**
     * What it changes.
     *
     * @param before conclusion that stands
     * @param after conclusion that will stand, or is expected to; the same where the verdict stays
     * @param changesVerdict any single or the overall verdict becomes another
     */
    public record Effect(List<ChangedValue> changes, String before, String after, boolean changesVerdict) {}
}
