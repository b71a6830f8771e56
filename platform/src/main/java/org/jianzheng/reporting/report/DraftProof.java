package org.jianzheng.reporting.report;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.reporting.composing.ReportContent;
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
                "attempt", report.attempt(), "conclusion", report.subject().conclusion(), HASH, hash(report));
    }

    /** @throws RuleBroken where the row is not what was drafted */
    public void requireUnchanged(Report report) {
        boolean same = entries(report, DRAFTED).stream()
                .findFirst()
                .flatMap(entry -> ledger.provenContent(entry.id()))
                .filter(drafted -> says(drafted, report))
                .isPresent();
        if (!same) {
            throw new RuleBroken("reporting.draft.changed");
        }
    }

    /** @throws RuleBroken where the row is not what was drafted, or not reviewed by whom it names */
    public void requireReviewed(Report report) {
        requireUnchanged(report);
        boolean reviewed = entries(report, REVIEWED).stream().anyMatch(entry -> report.isReviewedBy(entry.actor()));
        if (!reviewed) {
            throw new RuleBroken("reporting.draft.changed");
        }
    }

    /** Whether it was ever issued, whatever its row says now. */
    public boolean wasSigned(Report report) {
        return !entries(report, SIGNED).isEmpty();
    }

    // Drafts of earlier versions told the ledger their conclusion alone.
    private static boolean says(Map<String, Object> drafted, Report report) {
        return report.subject().conclusion().equals(drafted.get("conclusion"))
                && (!drafted.containsKey(HASH) || hash(report).equals(drafted.get(HASH)));
    }

    private List<LedgerLine> entries(Report report, String action) {
        return ledger.ofSubject(report.ledgerSubject()).stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    private static String hash(Report report) {
        return HexFormat.of().formatHex(ReportContent.sha256(String.join("\n", report.drafted())));
    }
}
