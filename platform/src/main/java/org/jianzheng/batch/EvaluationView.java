package org.jianzheng.batch;

import java.util.UUID;

/**
 * An evaluation as its ledger entry proves it.
 *
 * @param sheet null where what was kept of it does not prove itself: somebody changed it
 */
public record EvaluationView(String no, UUID ledgerEntry, EvaluationSheet sheet, EvaluationFate fate) {

    public boolean proven() {
        return sheet != null;
    }

    /** Whether its verdict may still be relied on. */
    public boolean stands() {
        return proven() && !fate.superseded() && !fate.outdated();
    }
}
