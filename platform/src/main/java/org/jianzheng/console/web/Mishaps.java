package org.jianzheng.console.web;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.validation.BindException;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Reads exceptions: which status, which words, which field. Nothing of an unexpected one reaches the reader. */
@Component
class Mishaps {

    private static final Logger LOG = LoggerFactory.getLogger(Mishaps.class);

    private final MessageSource messages;

    Mishaps(MessageSource messages) {
        this.messages = messages;
    }

    Mishap of(Throwable thrown) {
        if (thrown instanceof NotFound missing) {
            return mishap(HttpStatus.NOT_FOUND, missing.code(), null, missing.arguments());
        }
        if (thrown instanceof RuleBroken rule) {
            return mishap(
                    HttpStatus.UNPROCESSABLE_ENTITY, rule.code(), rule.field().orElse(null), rule.arguments());
        }
        if (thrown instanceof HttpMessageNotReadableException unreadable) {
            JsonPlace place = JsonPlace.of(unreadable);
            return mishap(HttpStatus.BAD_REQUEST, place.code(), place.member(), place.arguments());
        }
        if (thrown instanceof ConcurrencyFailureException) {
            return mishap(HttpStatus.CONFLICT, "console.error.overtaken", null);
        }
        if (thrown instanceof AccessDeniedException) {
            return of(HttpStatus.FORBIDDEN);
        }
        return ofParameter(thrown);
    }

    private Mishap ofParameter(Throwable thrown) {
        if (thrown instanceof MissingServletRequestParameterException missing) {
            return parameter("console.error.parameter.missing", missing.getParameterName());
        }
        if (thrown instanceof MissingServletRequestPartException missing) {
            return parameter("console.error.parameter.missing", missing.getRequestPartName());
        }
        if (thrown instanceof MethodArgumentTypeMismatchException wrong) {
            return ofType(wrong.getName(), wrong.getRequiredType());
        }
        if (thrown instanceof HandlerMethodValidationException outside) {
            return ofRange(outside.getParameterValidationResults().get(0));
        }
        if (thrown instanceof BindException bind && bind.getFieldError() != null) {
            return parameter(
                    "console.error.parameter.wrong", bind.getFieldError().getField());
        }
        if (thrown instanceof MaxUploadSizeExceededException) {
            return of(HttpStatus.PAYLOAD_TOO_LARGE);
        }
        return thrown instanceof ErrorResponse response ? of(response.getStatusCode()) : unexpected(thrown);
    }

    private Mishap ofType(String name, Class<?> type) {
        if (type == null || !type.isEnum()) {
            return parameter("console.error.parameter.wrong", name);
        }
        String words = Stream.of(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
        return mishap(HttpStatus.BAD_REQUEST, "console.error.parameter.choice", name, name, words);
    }

    /** Its bounds are annotations of the parameter, as the API's description shows them. */
    private Mishap ofRange(ParameterValidationResult outside) {
        String name = outside.getMethodParameter().getParameterName();
        String bound = outside.getResolvableErrors().get(0).getDefaultMessage();
        return mishap(HttpStatus.BAD_REQUEST, "console.error.parameter.range", name, name, bound);
    }

    /** The words for a status that came without an exception we know. */
    Mishap of(HttpStatusCode code) {
        HttpStatus status = HttpStatus.resolve(code.value());
        if (status == null || status.is5xxServerError()) {
            return unexpected(null);
        }
        String key = "console.error." + status.value();
        return mishap(status, say(key, null) == null ? "console.error.400" : key, null);
    }

    private Mishap unexpected(Throwable thrown) {
        String incident = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Incident {}", incident, thrown);
        Mishap told = mishap(HttpStatus.INTERNAL_SERVER_ERROR, "console.error.500", null, incident);
        return new Mishap(told.status(), told.code(), told.title(), told.detail(), null, incident);
    }

    private Mishap parameter(String code, String name) {
        return mishap(HttpStatus.BAD_REQUEST, code, name, name);
    }

    private Mishap mishap(HttpStatus status, String code, String field, Object... arguments) {
        String detail = say(code, arguments);
        if (detail == null) {
            LOG.error("No message for {}", code);
            detail = say("console.error.rule", null);
        }
        String title = say("console.error." + status.value() + ".title", null);
        return new Mishap(
                status, code, title == null ? say("console.error.400.title", null) : title, detail, field, null);
    }

    private String say(String code, Object[] arguments) {
        return messages.getMessage(code, arguments, null, LocaleContextHolder.getLocale());
    }

    /** A rule that was broken deep inside somebody else's call, as when a page is drawn. */
    static Throwable cause(Throwable thrown) {
        Throwable root = NestedExceptionUtils.getMostSpecificCause(thrown);
        return root instanceof RuleBroken ? root : thrown;
    }
}
