package org.jianzheng.standards.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.standards.Standards;
import org.jianzheng.standards.evaluation.Evaluation;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/evaluations}: a method and its inputs in, the calculated answer out; nothing is stored. */
@RestController
@Tag(name = "evaluations")
class EvaluationApi {

    private static final int MOST_BYTES = 8 << 20;
    private static final String TOO_LARGE = "standards.api.large";
    private static final int LONGEST_NAME = 40;
    private static final Set<String> MEMBERS = Set.of("method", "inputs");

    private final Standards standards;
    private final MessageSource messages;

    EvaluationApi(Standards standards, MessageSource messages) {
        this.standards = standards;
        this.messages = messages;
    }

    @Operation(
            operationId = "evaluate",
            summary = "Evaluates test results by one of the standards' methods",
            description =
                    "Decimals are strings (exact numbers are accepted too) and are computed exactly. The answer's "
                            + "members depend on the method; decisions, limits and editions come with it. Nothing is stored.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                                            schema = @Schema(implementation = EvaluationRequest.class),
                                            examples =
                                                    @ExampleObject(
                                                            """
                                                            {"method": "concrete-cube", "inputs": {"grade": "C30", "sizeMm": 150,
                                                             "curing": "STANDARD", "sizeFactorStage": "GROUP",
                                                             "loadsKn": ["787.5", "801.2", "812.6"]}}"""))))
    @ApiResponse(
            responseCode = "200",
            description = "The calculated answer",
            content = @Content(schema = @Schema(implementation = EvaluationAnswer.class)))
    @ApiResponse(responseCode = "400", description = "Bad input; the member field names it, such as loadsKn[1]")
    @PostMapping(path = "/api/evaluations", consumes = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> evaluate(HttpServletRequest request) throws IOException {
        Map<?, ?> body = body(request);
        Evaluation evaluation = standards.evaluate(method(body), inputs(body));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("method", evaluation.method());
        answer.putAll(evaluation.outcome());
        answer.put("decisions", evaluation.decisions());
        answer.put("limits", evaluation.limits());
        return answer;
    }

    private static Map<?, ?> body(HttpServletRequest request) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new RuleBroken(TOO_LARGE, MOST_BYTES >> 20);
        }
        Map<?, ?> body = object(bytes);
        for (Object member : body.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw RuleBroken.at(shortened(member), "standards.input.unknown", "method, inputs");
            }
        }
        return body;
    }

    private static String shortened(Object member) {
        String name = String.valueOf(member);
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    private static Map<?, ?> object(byte[] bytes) {
        try {
            if (JsonInputs.read(bytes) instanceof Map<?, ?> map) {
                return map;
            }
        } catch (IOException notJson) {
            throw new RuleBroken("standards.api.json");
        }
        throw new RuleBroken("standards.api.json");
    }

    private static String method(Map<?, ?> body) {
        Object method = body.get("method");
        if (method != null && !(method instanceof String)) {
            throw RuleBroken.at("method", "standards.input.word", "");
        }
        return (String) method;
    }

    @SuppressWarnings("unchecked") // JSON objects have string keys
    private static Map<String, ?> inputs(Map<?, ?> body) {
        if (body.get("inputs") instanceof Map<?, ?> inputs) {
            return (Map<String, ?>) inputs;
        }
        String code = body.get("inputs") == null ? "standards.input.missing" : "standards.input.object";
        throw RuleBroken.at("inputs", code);
    }

    /** Bad input is the caller's mistake about the format, hence 400 and not the 422 of a broken business rule. */
    @ExceptionHandler
    ProblemDetail badInput(RuleBroken broken, Locale locale) {
        String detail = messages.getMessage(broken.code(), broken.arguments(), broken.code(), locale);
        HttpStatus status = broken.code().equals(TOO_LARGE) ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST;
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(messages.getMessage("standards.api.title", null, locale));
        problem.setProperty("code", broken.code());
        broken.field().ifPresent(field -> problem.setProperty("field", field));
        return problem;
    }

    /** The body; {@link EvaluationSchemas} says what the inputs of each method are. */
    @Schema(name = EvaluationSchemas.REQUEST)
    private record EvaluationRequest(
            @Schema(
                            description = "Wire name of the method",
                            example = "concrete-cube",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    String method,
            @Schema(
                            description = "Inputs of the method; absent and null mean the same",
                            requiredMode = Schema.RequiredMode.REQUIRED)
                    Map<String, Object> inputs) {}

    /** What every answer has; the other members are the method's. */
    @Schema(name = EvaluationSchemas.ANSWER)
    private record EvaluationAnswer(
            @Schema(description = "Wire name of the method") String method,
            @Schema(description = "What the standard leaves open, as it was decided, and the editions")
                    Map<String, Object> decisions,
            @Schema(description = "The limits that were held against the results") Map<String, Object> limits) {}
}
