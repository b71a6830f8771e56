package org.jianzheng.reporting.proof;

import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface IssuedReports extends Repository<IssuedReport, String> {

    Optional<IssuedReport> findById(String reportNo);

    List<IssuedReport> findByPdfSha256(String pdfSha256);

    /** The next in order of their numbers. */
    List<IssuedReport> findByReportNoGreaterThanOrderByReportNo(String after, Limit limit);
}
