package org.jianzheng.identity.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Refusals of the filter chains, in the reader's language and in the shape each kind of caller understands. */
@Component
class FilterProblems {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final ObjectMapper json;

    FilterProblems(MessageSource messages, LocaleResolver locales, ObjectMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** RFC 9457, with the challenge of RFC 6750. */
    void notSignedIn(
            HttpServletRequest request,
            HttpServletResponse response,
            org.springframework.security.core.AuthenticationException reason)
            throws IOException {
        new BearerTokenAuthenticationEntryPoint().commence(request, response, reason);
        problem(request, response, HttpStatus.UNAUTHORIZED, "identity.token");
    }

    /** Without the challenge of a bearer token: the phone's app has a session, or none any more. */
    void toPhone(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problem(request, response, HttpStatus.UNAUTHORIZED, "identity.token");
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, Exception reason) throws IOException {
        problem(request, response, HttpStatus.FORBIDDEN, "identity.forbidden");
    }

    /**
     * Tasklist shows {@code message} of its error answers. Not 401: it would leave the form, and all that was typed there, for
     * a sign-in page of its own.
     */
    void toTasklist(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object body = Map.of("type", "SessionExpired", "message", text(request, "identity.expired"));
        write(response, HttpStatus.FORBIDDEN, MediaType.APPLICATION_JSON, body);
    }

    private void problem(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        Object body = Map.of(
                "type", "about:blank",
                "title", text(request, code + ".title"),
                "status", status.value(),
                "detail", text(request, code));
        write(response, status, MediaType.APPLICATION_PROBLEM_JSON, body);
    }

    private void write(HttpServletResponse response, HttpStatus status, MediaType type, Object body)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(type.toString());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        json.writeValue(response.getOutputStream(), body);
    }

    private String text(HttpServletRequest request, String code) {
        return messages.getMessage(code, null, locales.resolveLocale(request));
    }
}
