package org.jianzheng.workflow.enginefilter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.engine.Conflict;
import org.jianzheng.workflow.engine.Forbidden;
import org.jianzheng.workflow.expression.PlainValues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Answers in the shape Tasklist shows: its error notices print the member {@code message}. */
@Component
class EngineAnswer {

    private final MessageSource messages;
    private final ObjectProvider<LocaleResolver> locales;

    EngineAnswer(MessageSource messages, ObjectProvider<LocaleResolver> locales) {
        this.messages = messages;
        this.locales = locales;
    }

    void refuse(HttpServletRequest request, HttpServletResponse response, RuleBroken rule) throws IOException {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", rule.getClass().getSimpleName());
        body.put("message", messages.getMessage(rule.code(), rule.arguments(), rule.code(), locale(request)));
        rule.field().ifPresent(field -> body.put("field", field));
        json(response, status(rule), body);
    }

    /** Tells where to find the failure in the log. */
    Map<String, Object> failed(HttpServletRequest request, String number) {
        String text = messages.getMessage("workflow.filter.failed", new Object[] {number}, number, locale(request));
        return Map.of("type", "Failure", "message", text);
    }

    void json(HttpServletResponse response, int status, Object body) throws IOException {
        byte[] text = PlainValues.write(body).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
    }

    private static int status(RuleBroken rule) {
        if (rule instanceof Forbidden) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        if (rule instanceof NotFound) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return rule instanceof Conflict ? HttpServletResponse.SC_CONFLICT : 422;
    }

    private Locale locale(HttpServletRequest request) {
        LocaleResolver resolver = locales.getIfAvailable();
        return resolver == null ? request.getLocale() : resolver.resolveLocale(request);
    }
}
