package org.jianzheng.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.reporting.ReportStatus;
import org.jianzheng.reporting.ReportView;
import org.jianzheng.reporting.Reporting;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Issued reports for programs: those of the cases the bearer may see. */
@RestController
@Tag(name = "reports")
class ReportApi {

    private final Reporting reporting;

    ReportApi(Reporting reporting) {
        this.reporting = reporting;
    }

    @Operation(operationId = "listReports", summary = "Issued reports, the newest first")
    @GetMapping("/api/reports")
    Paged<Line> list(
            @RequestParam(required = false) String status,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        PageAsked asked = new PageAsked(page, size);
        return reporting.list(q, status, asked.page(), asked.size()).map(Line::of);
    }

    @Operation(operationId = "downloadReport", summary = "The signed PDF of a report, byte by byte")
    @GetMapping(path = "/api/reports/{reportNo}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] pdf(@PathVariable String reportNo) {
        return reporting.pdf(reportNo);
    }

    /**
     * Addresses are whole; the instant carries the city's offset.
     *
     * @param proven false where the report's row and its evidence do not say the same, so that neither is to be relied on
     */
    record Line(
            String reportNo,
            String labCode,
            String method,
            String conclusion,
            ReportStatus status,
            OffsetDateTime issuedAt,
            String pdfUrl,
            String verifyUrl,
            String caseId,
            boolean proven) {

        static Line of(ReportView report) {
            String pdf = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path("/api/reports/{no}.pdf")
                    .buildAndExpand(report.reportNo())
                    .toUriString();
            return new Line(
                    report.reportNo(),
                    report.labCode(),
                    report.method(),
                    report.conclusion(),
                    report.status(),
                    report.issuedAt().atZone(CityTime.ZONE).toOffsetDateTime(),
                    pdf,
                    report.verifyUrl(),
                    report.caseId(),
                    !report.differs());
        }
    }
}
