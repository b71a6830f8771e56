package org.jianzheng.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.Verification;
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

    // OpenAPI has one operation for an address and a method, whatever the body is.
    @Operation(
            operationId = "verify",
            summary = "Verifies a report's PDF, or the token of its QR code",
            description = "Send the file as the multipart field `file`, or the token as JSON. Nothing is stored.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(implementation = BroughtReport.class)),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(implementation = Request.class))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "What it is worth",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @ApiResponse(responseCode = "422", description = "Neither a file nor a token came")
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

    @Operation(hidden = true)
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
                List.of(found.reason()),
                found.facts() == null ? null : found.facts().replacedBy());
    }

    /**
     * @param reasons sentences for people
     * @param codes the same for programs
     * @param replacedBy the number of the report that stands in its place, or null
     */
    @Schema(name = "Verification")
    record Answer(
            boolean valid,
            @Schema(types = {"string", "null"}) String reportNo,
            Verification.Status status,
            List<String> reasons,
            List<Verification.Reason> codes,
            @Schema(types = {"string", "null"}) String replacedBy) {}

    @Schema(name = "VerificationRequest")
    record Request(
            @Schema(
                            description = "As it is in the code; the whole address does too",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String token) {}

    /** The multipart body, for the description. */
    @Schema(name = "VerificationFile")
    private record BroughtReport(
            @Schema(type = "string", format = "binary", requiredMode = Schema.RequiredMode.REQUIRED) String file) {}
}
