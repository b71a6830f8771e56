package org.jianzheng.nonconformity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.Nonconformity;
import org.jianzheng.nonconformity.register.RegisterFilter;
import org.jianzheng.nonconformity.register.RegisterLine;
import org.jianzheng.printing.ListWorkbook;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The register to take away: printed, or as a workbook. Filters and scope are those of its page. */
@Controller
class RegisterFilePages {

    private final Nonconformity nonconformity;
    private final PrintedRegister printed;
    private final MessageSource messages;
    private final Clock clock;

    RegisterFilePages(Nonconformity nonconformity, PrintedRegister printed, MessageSource messages, Clock clock) {
        this.nonconformity = nonconformity;
        this.printed = printed;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the page's address can say. */
    record Asked(String q, String state, String lab, String project, String item, Boolean overdue) {

        RegisterFilter filter() {
            return new RegisterFilter(state, lab, project, item, Boolean.TRUE.equals(overdue), q);
        }
    }

    @GetMapping("/nonconformities/register.pdf")
    void pdf(Asked asked, HttpServletResponse response) throws IOException {
        byte[] pdf = printed.pdf(asked.filter());
        response.setContentType(MediaType.APPLICATION_PDF_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.inline()
                        .filename(name() + ".pdf", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    @GetMapping("/nonconformities/register.xlsx")
    void workbook(Asked asked, HttpServletResponse response) throws IOException {
        RegisterFilter filter = asked.filter();
        try (ListWorkbook<RegisterLine> book = RegisterWorkbook.of(this::say)) {
            nonconformity.each(filter, book::add);
            book.send(name(), response);
        }
    }

    private String say(String code) {
        return messages.getMessage(code, null, LocaleContextHolder.getLocale());
    }

    private String name() {
        return "%s-%s".formatted(say("nonconformity.list.title"), CityTime.today(clock));
    }
}
