package org.jianzheng.registration.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.excel.WorkbookExports;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Registries as workbooks to take away. */
@Controller
class WorkbookPages {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final WorkbookExports exports;

    WorkbookPages(WorkbookExports exports) {
        this.exports = exports;
    }

    @GetMapping("/registrations/export")
    void export(@RequestParam EntryKind kind, HttpServletResponse response) throws IOException {
        attach(exports.name(kind), response);
        exports.export(kind, response.getOutputStream());
    }

    @GetMapping("/registrations/template")
    void template(@RequestParam EntryKind kind, HttpServletResponse response) throws IOException {
        attach(exports.name(kind) + "-模板", response);
        exports.template(kind, response.getOutputStream());
    }

    static void attach(String name, HttpServletResponse response) {
        response.setContentType(XLSX);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".xlsx", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
