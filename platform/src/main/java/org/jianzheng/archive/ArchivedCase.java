package org.jianzheng.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A finished case as it is kept.
 *
 * @param documents numbers of the case's documents by kind: {@code commission}, {@code sample}, {@code rawRecord},
 *     {@code report}
 * @param stands false where the report was replaced or recalled since
 * @param retainedUntil last day on which nothing of it may be disposed of
 */
public record ArchivedCase(
        String caseId,
        String commissionNo,
        String reportNo,
        String family,
        String title,
        String conclusion,
        String pdfSha256,
        Map<String, List<String>> documents,
        Instant filedAt,
        LocalDate retainedUntil,
        boolean stands) {

    /** The same of a report that was replaced or recalled after it was filed. */
    ArchivedCase ended() {
        return new ArchivedCase(
                caseId,
                commissionNo,
                reportNo,
                family,
                title,
                conclusion,
                pdfSha256,
                documents,
                filedAt,
                retainedUntil,
                false);
    }
}
