package org.jianzheng.nonconformity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.Nonconformity;
import org.jianzheng.nonconformity.register.RegisterFilter;
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

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
        head(response, MediaType.APPLICATION_PDF_VALUE, ContentDisposition.inline(), "pdf");
        response.setContentLength(pdf.length);
        response.getOutputStream().write(pdf);
    }

    @GetMapping("/nonconformities/register.xlsx")
    void workbook(Asked asked, HttpServletResponse response) throws IOException {
        RegisterFilter filter = asked.filter();
        try (var book = new RegisterWorkbook(this::say)) {
            nonconformity.each(filter, book::add);
            head(response, XLSX, ContentDisposition.attachment(), "xlsx");
            book.write(response.getOutputStream());
        }
    }

    private String say(String code) {
        return messages.getMessage(code, null, LocaleContextHolder.getLocale());
    }

    private void head(HttpServletResponse response, String type, ContentDisposition.Builder how, String ending) {
        String name = "%s-%s.%s".formatted(say("nonconformity.list.title"), CityTime.today(clock), ending);
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                how.filename(name, StandardCharsets.UTF_8).build().toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}
