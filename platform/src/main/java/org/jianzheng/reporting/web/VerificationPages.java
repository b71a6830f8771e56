package org.jianzheng.reporting.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.Verification;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
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
        show(token, reporting.verify(token), model);
        return "reporting/verify";
    }

    private void show(String token, Verification found, Model model) {
        model.addAttribute("token", token);
        model.addAttribute("answer", VerificationAnswer.of(found));
        model.addAttribute("curves", reporting.publicCurves(found));
    }

    /** Kept by browsers, and asked for again each time: it is not shown a moment longer than the report stands. */
    @GetMapping(path = "/v/{token}/curves/{number}.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> curve(@PathVariable String token, @PathVariable int number, WebRequest request) {
        Verification found = reporting.verify(token);
        Optional<String> tag = reporting.publicCurveTag(found, number);
        if (tag.isPresent() && request.checkNotModified(tag.get())) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).build();
        }
        return reporting
                .publicCurve(found, number)
                .map(png -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache().cachePublic())
                        .eTag(tag.orElseThrow())
                        .body(png))
                .orElseThrow(() -> new NotFound("reporting.curve.unproven"));
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
        show(token, asked, model);
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
