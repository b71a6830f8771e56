package org.jianzheng.reporting.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Component;

/**
 * Whether a draft is still what was drafted, and was reviewed: between two pairs of hands it lies in a row that whoever has
 * the database can change, and what is signed would be proven for ever.
 */
@Component
public class DraftProof {

    public static final String DRAFTED = "report.drafted";
    public static final String REVIEWED = "report.reviewed";
    public static final String SIGNED = "report.signed";
    private static final String HASH = "draftSha256";

    private final Ledger ledger;

    DraftProof(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What the ledger is told of a new draft. */
    public static Map<String, Object> content(Report report) {
        return Map.of(
                "attempt",
                report.attempt(),
                "conclusion",
                report.subject().conclusion().name(),
                HASH,
                hash(report));
    }

    /** @throws RuleBroken where the row is not what was drafted */
    public void requireUnchanged(Report report) {
        requireUnchanged(report, ledger.provenOf(report.ledgerSubject()));
    }

    private static void requireUnchanged(Report report, List<Ledger.Proven> entries) {
        boolean same = of(entries, DRAFTED)
                .findFirst()
                .filter(drafted -> says(drafted.content(), report))
                .isPresent();
        if (!same) {
            throw new RuleBroken("reporting.draft.changed");
        }
    }

    /** @throws RuleBroken where the row is not what was drafted, or not reviewed by whom it names */
    public void requireReviewed(Report report) {
        List<Ledger.Proven> entries = ledger.provenOf(report.ledgerSubject());
        requireUnchanged(report, entries);
        boolean reviewed = of(entries, REVIEWED)
                .anyMatch(entry -> report.isReviewedBy(entry.line().actor()));
        if (!reviewed) {
            throw new RuleBroken("reporting.draft.changed");
        }
    }

    /** Whether it was ever issued, whatever its row says now. */
    public boolean wasSigned(Report report) {
        return of(ledger.provenOf(report.ledgerSubject()), SIGNED).findAny().isPresent();
    }

    // Drafts of earlier versions told the ledger their conclusion alone.
    private static boolean says(Map<String, Object> drafted, Report report) {
        return report.subject().conclusion().name().equals(drafted.get("conclusion"))
                && (!drafted.containsKey(HASH) || hash(report).equals(drafted.get(HASH)));
    }

    private static Stream<Ledger.Proven> of(List<Ledger.Proven> entries, String action) {
        return entries.stream().filter(entry -> entry.line().action().equals(action));
    }

    private static String hash(Report report) {
        return DigestUtils.sha256Hex(String.join("\n", report.drafted()));
    }
}
