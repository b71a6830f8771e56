package org.jianzheng.testing.correction;

import java.util.Set;

/**
 * What the ledger proves of a correction: its row may have been changed past the platform.
 *
 * @param before conclusion that stood when it was proposed
 * @param after conclusion that it was said to lead to
 * @param agreed whose word was given for it; nobody's where somebody refused
 */
public record CorrectionProof(
        CorrectionKind kind, String before, String after, boolean changesVerdict, Set<Consent> agreed) {

    /** Whether nobody's word is missing that an unsigned result takes. */
    public boolean settles() {
        return !changesVerdict || agreed.contains(Consent.HEAD);
    }
}
