package org.jianzheng.credit;

import java.time.LocalDate;
import java.util.Comparator;

/**
 * What of an entry decides on which days it counts, and how much.
 *
 * @param effectiveOn first day it counts; null while it never did
 * @param dismissedOn first day it no longer counts because it was taken back; null where it was not
 */
record EntryWeight(String entryId, CreditSanction sanction, LocalDate effectiveOn, LocalDate dismissedOn) {

    /** Whoever took effect first fills the cap first. */
    static final Comparator<EntryWeight> IN_ORDER =
            Comparator.comparing(EntryWeight::effectiveOn).thenComparing(EntryWeight::entryId);

    /** The first day after its term; null while it has not taken effect. */
    LocalDate expiresOn() {
        return effectiveOn == null ? null : effectiveOn.plusMonths(sanction.months());
    }

    boolean counts(LocalDate day) {
        return effectiveOn != null
                && !day.isBefore(effectiveOn)
                && day.isBefore(expiresOn())
                && (dismissedOn == null || day.isBefore(dismissedOn));
    }
}
