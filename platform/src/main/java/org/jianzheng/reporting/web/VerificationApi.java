package org.jianzheng.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.Verification;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** {@code POST /api/verifications}: a file or a code in, what it is worth out. For anybody; nothing is stored. */
@RestController
@Tag(name = "verifications")
@SecurityRequirements
class VerificationApi {

    private final Reporting reporting;
    private final BroughtFile files;
    private final MessageSource messages;

    VerificationApi(Reporting reporting, BroughtFile files, MessageSource messages) {
        this.reporting = reporting;
        this.files = files;
        this.messages = messages;
    }

    @Operation(operationId = "verifyFile", summary = "Verifies a report's PDF, sent as the multipart field file")
    @PostMapping(
            path = "/api/verifications",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Answer file(@RequestParam(value = "file", required = false) MultipartFile file, Locale locale) throws IOException {
        if (file == null || file.isEmpty()) {
            throw RuleBroken.at("file", "reporting.verify.what");
        }
        return answer(files.judge(file), locale);
    }

    @Operation(operationId = "verifyToken", summary = "Verifies the token of a report's QR code")
    @PostMapping(
            path = "/api/verifications",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    Answer token(@RequestBody Request request, Locale locale) {
        if (request.token() == null || request.token().isBlank()) {
            throw RuleBroken.at("token", "reporting.verify.what");
        }
        return answer(reporting.verify(bare(request.token().strip())), locale);
    }

    /** Scanners give the whole address. */
    private static String bare(String token) {
        int path = token.lastIndexOf("/v/");
        return path < 0 ? token : token.substring(path + 3);
    }

    private Answer answer(Verification found, Locale locale) {
        var shown = VerificationAnswer.of(found);
        String reason =
                messages.getMessage("reporting.reason." + shown.reason(), new Object[] {shown.argument()}, locale);
        return new Answer(
                found.valid(),
                found.reportNo(),
                found.status(),
                List.of(reason),
                List.of(found.reason().name()),
                found.facts() == null ? null : found.facts().replacedBy());
    }

    /**
     * @param reasons sentences for people
     * @param codes the same for programs
     * @param replacedBy the number of the report that stands in its place, or null
     */
    record Answer(
            boolean valid,
            String reportNo,
            Verification.Status status,
            List<String> reasons,
            List<String> codes,
            String replacedBy) {}

    record Request(String token) {}
}
