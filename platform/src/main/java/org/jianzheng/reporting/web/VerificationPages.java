package org.jianzheng.reporting.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.Verification;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Where a report's QR code leads: for anybody, on a phone first. */
@Controller
class VerificationPages {

    private final Reporting reporting;
    private final BroughtFile files;

    VerificationPages(Reporting reporting, BroughtFile files) {
        this.reporting = reporting;
        this.files = files;
    }

    /** For those who have a file and no code. */
    @GetMapping("/v")
    String start() {
        return "reporting/verify";
    }

    @GetMapping("/v/{token}")
    String verify(@PathVariable String token, Model model, HttpServletResponse response) {
        // A recall has to be seen at once.
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        model.addAttribute("token", token);
        model.addAttribute("answer", VerificationAnswer.of(reporting.verify(token)));
        return "reporting/verify";
    }

    @PostMapping("/v")
    String compare(@RequestParam("file") MultipartFile file, Model model, HtmxRequest htmx) throws IOException {
        model.addAttribute("compared", VerificationAnswer.of(judged(file)));
        return htmx.isHtmxRequest() ? "reporting/verify :: compared" : "reporting/verify";
    }

    @PostMapping("/v/{token}")
    String compare(@PathVariable String token, @RequestParam("file") MultipartFile file, Model model, HtmxRequest htmx)
            throws IOException {
        var asked = reporting.verify(token);
        model.addAttribute("token", token);
        model.addAttribute("answer", VerificationAnswer.of(asked));
        model.addAttribute("compared", VerificationAnswer.compared(judged(file), asked));
        return htmx.isHtmxRequest() ? "reporting/verify :: compared" : "reporting/verify";
    }

    private Verification judged(MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            throw RuleBroken.at("file", "reporting.verify.noFile");
        }
        return files.judge(file);
    }
}
