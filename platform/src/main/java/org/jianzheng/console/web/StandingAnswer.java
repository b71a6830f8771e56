package org.jianzheng.console.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.HtmlUtils;

/** Answers made of nothing that could itself have failed: no session, no database, no layout. */
@Component
class StandingAnswer {

    private static final String RETRY_AFTER_SECONDS = "5";

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    StandingAnswer(MessageSource messages, LocaleResolver locales, ObjectMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    void unavailable(HttpServletRequest request, HttpServletResponse response) throws IOException {
        start(response, HttpStatus.SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        write(request, response, HttpStatus.SERVICE_UNAVAILABLE, StandingPage.UNAVAILABLE, null);
    }

    void tooMany(HttpServletRequest request, HttpServletResponse response, long seconds) throws IOException {
        start(response, HttpStatus.TOO_MANY_REQUESTS);
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        write(request, response, HttpStatus.TOO_MANY_REQUESTS, StandingPage.TOO_MANY, null);
    }

    void fault(HttpServletRequest request, HttpServletResponse response, String incident) throws IOException {
        start(response, HttpStatus.INTERNAL_SERVER_ERROR);
        write(request, response, HttpStatus.INTERNAL_SERVER_ERROR, StandingPage.FAULT, incident);
    }

    private static void start(HttpServletResponse response, HttpStatus status) {
        response.reset();
        response.setStatus(status.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            StandingPage page,
            String incident)
            throws IOException {
        String path =
                Objects.toString(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI), request.getRequestURI());
        Locale locale = locales.resolveLocale(request);
        String code = "console.error." + status.value();
        String detail = messages.getMessage(code, new Object[] {Objects.toString(incident, "")}, locale);
        if (MishapAnswer.isOfPrograms(path)) {
            String title = messages.getMessage(code + ".title", null, locale);
            problem(response, status, code, title, detail, incident);
        } else if (request.getHeader("HX-Request") != null) {
            html(
                    response,
                    "<div class=\"alert alert-danger\" role=\"alert\">" + HtmlUtils.htmlEscape(detail) + "</div>");
        } else {
            page.writeTo(response);
        }
    }

    /** RFC 9457; Tasklist shows the member {@code message}. */
    private void problem(
            HttpServletResponse response, HttpStatus status, String code, String title, String detail, String incident)
            throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>(
                Map.of("type", "about:blank", "title", title, "status", status.value(), "detail", detail));
        problem.put("code", code);
        problem.put("message", detail);
        if (incident != null) {
            problem.put("incident", incident);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }

    private static void html(HttpServletResponse response, String text) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
