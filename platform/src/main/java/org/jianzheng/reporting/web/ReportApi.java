package org.jianzheng.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.OffsetDateTime;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportView;
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
            @RequestParam(required = false) Issued status,
            @RequestParam(required = false) String q,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageAsked.LAST) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(PageAsked.LARGEST) int size) {
        return reporting
                .list(q, status == null ? null : status.name(), page, size)
                .map(Line::of);
    }

    @Operation(operationId = "downloadReport", summary = "The signed PDF of a report, byte by byte")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/api/reports/{reportNo}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] pdf(@PathVariable String reportNo) {
        return reporting.pdf(reportNo);
    }

    /** How an issued report stands: the words of the public interface. */
    enum Issued {
        SIGNED,
        RECALLED,
        REPLACED
    }

    /**
     * Addresses are whole; the instant carries the city's offset.
     *
     * @param proven false where the report's row and its evidence do not say the same, so that neither is to be relied on
     */
    @Schema(name = "Report")
    record Line(
            String reportNo,
            String labCode,
            String method,
            @Schema(allowableValues = {"PASS", "FAIL", "INVALID", "RETEST", "REFER", "UNJUDGED"}) String conclusion,
            Issued status,
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
                    report.about().method(),
                    report.conclusion().name(),
                    Issued.valueOf(report.status().name()),
                    report.issue().issuedAt().atZone(CityTime.ZONE).toOffsetDateTime(),
                    pdf,
                    report.issue().verifyUrl(),
                    report.caseId(),
                    !report.differs());
        }
    }
}
