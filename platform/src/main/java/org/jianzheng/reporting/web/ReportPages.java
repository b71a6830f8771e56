package org.jianzheng.reporting.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportStatus;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports for people who are signed in: the list, the files, drafts for those who decide on them. */
@Controller
class ReportPages {

    private static final int SIZE = 20;
    private static final List<ReportStatus> STATUSES =
            List.of(ReportStatus.SIGNED, ReportStatus.RECALLED, ReportStatus.REPLACED);

    private final Reporting reporting;

    ReportPages(Reporting reporting) {
        this.reporting = reporting;
    }

    @GetMapping("/reports")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            HtmxRequest htmx) {
        var shown = new PageAsked(page, SIZE).show(at -> reporting.list(q, status, at.page(), at.size()));
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("reports", shown.list().items());
        model.addAttribute("total", shown.list().total());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean fragment = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return fragment ? "reporting/list :: rows" : "reporting/list";
    }

    @GetMapping("/reports/{reportNo}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String reportNo) {
        return file(reporting.pdf(reportNo), reportNo + ".pdf");
    }

    @GetMapping("/reports/drafts/{id}.png")
    ResponseEntity<byte[]> draftPicture(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore())
                .body(reporting.draftPicture(id));
    }

    @GetMapping("/reports/drafts/{id}.pdf")
    ResponseEntity<byte[]> draftPdf(@PathVariable String id) {
        return file(reporting.draftPdf(id), "draft.pdf");
    }

    /** 原始记录, for whoever sees the case. */
    @GetMapping("/cases/{caseId}/records.pdf")
    ResponseEntity<byte[]> rawRecords(@PathVariable String caseId) {
        return file(reporting.rawRecords(caseId), "records.pdf");
    }

    private static ResponseEntity<byte[]> file(byte[] pdf, String name) {
        var inline = ContentDisposition.inline().filename(name).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, inline.toString())
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }

    /** The section of the case page. */
    @GetMapping("/cases/{caseId}/report")
    String ofCase(@PathVariable String caseId, Model model) {
        var history = reporting.history(caseId);
        var newest = history.isEmpty() ? null : history.get(0);
        model.addAttribute("report", newest);
        model.addAttribute(
                "correctable",
                newest != null
                        && newest.status().issued()
                        && !reporting.correctable(newest.reportNo()).isEmpty());
        model.addAttribute(
                "former",
                history.stream()
                        .skip(1)
                        .filter(report -> report.status().issued())
                        .toList());
        model.addAttribute(
                "earlier",
                history.stream()
                        .skip(1)
                        .filter(report -> report.hands().returned() != null)
                        .toList());
        return "reporting/case :: section";
    }
}
