package org.jianzheng.reporting.report;

import java.time.Duration;
import java.util.Objects;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.reporting.composing.ReportContent;
import org.jianzheng.reporting.proof.DamagedRecords;
import org.jianzheng.reporting.proof.IssuedStatus;
import org.jianzheng.reporting.proof.ReportProof;
import org.springframework.stereotype.Component;

/** Does a report's row still say what is proven of it? Rows serve lists and searches; they prove nothing. */
@Component
public class ReportRowCheck {

    // Entries of older reports have no time of the signature but their own, which is that of the commit.
    private static final Duration NEAR = Duration.ofMinutes(15);

    private final Reports reports;
    private final Numbers numbers;
    private final DamagedRecords damaged;

    ReportRowCheck(Reports reports, Numbers numbers, DamagedRecords damaged) {
        this.reports = reports;
        this.numbers = numbers;
        this.damaged = damaged;
    }

    public enum Result {
        SAME,
        /** Something else is written there, but not about what became of the report. */
        DIFFERS,
        /** The row, or the book of numbers, knows of a recall of which the ledger says nothing: one of them was changed. */
        STANDING_LOST
    }

    public Result check(ReportProof proof) {
        return reports.findByIssueReportNo(proof.reportNo())
                .map(row -> check(row, proof))
                .orElseGet(() -> noted(proof.reportNo(), Result.STANDING_LOST));
    }

    public Result check(Report row, ReportProof proof) {
        boolean recalled = row.status() != ReportStatus.SIGNED || numbers.isVoid(proof.reportNo());
        if (proof.standing().kind() == IssuedStatus.Kind.VALID && recalled) {
            return noted(proof.reportNo(), Result.STANDING_LOST);
        }
        if (!same(row, proof)) {
            return noted(proof.reportNo(), Result.DIFFERS);
        }
        damaged.whole(proof.reportNo());
        return Result.SAME;
    }

    private Result noted(String reportNo, Result result) {
        damaged.note(reportNo);
        return result;
    }

    public static ReportStatus status(IssuedStatus standing) {
        return switch (standing.kind()) {
            case VALID -> ReportStatus.SIGNED;
            case REPLACED -> ReportStatus.REPLACED;
            case RECALLED -> ReportStatus.RECALLED;
        };
    }

    private boolean same(Report row, ReportProof proof) {
        var text = ReportContent.read(proof.content()).text();
        boolean standing = row.status() == status(proof.standing()) || numbers.isVoid(proof.reportNo());
        return standing
                && row.subject().conclusion() == proof.conclusion()
                && says(row.subject().title(), text.get("title"))
                && says(row.subject().projectName(), text.get("projectName"))
                && says(row.subject().sampleNo(), text.get("sampleNo"))
                && says(row.subject().commissionNo(), text.get("commissionNo"))
                && says(row.testerName(), text.get("testerName"))
                && says(row.reviewerName(), text.get("reviewerName"))
                && says(row.signatoryName(), text.get("signatoryName"))
                && issue(row, proof);
    }

    private static boolean issue(Report row, ReportProof proof) {
        return row.content().equals(proof.content())
                && row.issue().token().equals(proof.token())
                && row.issue().pdfSha256().equals(proof.pdfSha256())
                && row.signedAt() != null
                && Duration.between(row.signedAt(), proof.issuedAt()).abs().compareTo(NEAR) < 0;
    }

    private static boolean says(String row, String proven) {
        return Objects.equals(row, proven);
    }
}
