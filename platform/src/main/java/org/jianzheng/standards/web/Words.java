package org.jianzheng.standards.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names and values of the wire format in the reader's language; what has no word is shown as it is. */
@Component
class Words {

    private static final Map<String, String> RELATIONS = Map.of(">=", "≥", "<=", "≤", "<", "<", "+-", "±");

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, code, locale());
    }

    String method(String method) {
        return say("standards.method." + method);
    }

    /** Label of an input: the same name may mean another thing in another method. */
    String field(String method, String name) {
        return messages.getMessage(
                "standards.field." + method + "." + name, null, or("standards.field." + name, name), locale());
    }

    String choice(String field, String value) {
        return or("standards.choice." + field + "." + value, value);
    }

    String member(String name) {
        return or("standards.member." + name, name);
    }

    String decision(String question) {
        return or("standards.decision." + question, question);
    }

    /** A value of the answer; {@code of} is the member or decision it belongs to. */
    String value(String of, Object value) {
        if (value == null) {
            return "—";
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? say("standards.value.none")
                    : list.stream().map(item -> value(of, item)).collect(Collectors.joining("，"));
        }
        if (value instanceof Boolean flag) {
            return say(flag ? "standards.value.yes" : "standards.value.no");
        }
        return or("standards.value." + of + "." + value, choice(of, String.valueOf(value)));
    }

    /** A limit as printed: {@code ≥ 540 MPa}. */
    String limit(Map<?, ?> limit) {
        return (RELATIONS.get(limit.get("relation")) + " " + limit.get("value") + " " + limit.get("unit")).strip();
    }

    private String or(String code, String otherwise) {
        return messages.getMessage(code, null, otherwise, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
