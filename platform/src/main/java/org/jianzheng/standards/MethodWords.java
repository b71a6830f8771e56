package org.jianzheng.standards;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names and values of evaluations in the reader's language; what has no word is shown as it is. */
@Component
public class MethodWords {

    private static final Map<String, String> RELATIONS = Map.of(">=", "≥", "<=", "≤", "<", "<", "+-", "±");

    // How the wire format ends the names of quantities.
    private static final Map<String, String> UNITS = Map.of(
            "Kn", "kN", "sN", "N", "Mm", "mm", "Mpa", "MPa", "MassG", "g", "Hz", "Hz", "Min", "min", "M2Kg", "m²/kg",
            "Percent", "%", "Deg", "°");

    private final MessageSource messages;

    MethodWords(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String code, Object... arguments) {
        return messages.getMessage(code, arguments, code, locale());
    }

    public String method(String method) {
        return say("standards.method." + method);
    }

    /** Label of an input: the same name may mean another thing in another method. */
    public String field(String method, String name) {
        return messages.getMessage(
                "standards.field." + method + "." + name, null, or("standards.field." + name, name), locale());
    }

    /** The same with the unit that the name ends in: {@code 最大力 Fm（kN）} for {@code maxForceKn}. */
    public String input(String method, String name) {
        return UNITS.entrySet().stream()
                .filter(unit -> name.endsWith(unit.getKey()))
                .findFirst()
                .map(unit -> field(method, name) + "（" + unit.getValue() + "）")
                .orElseGet(() -> field(method, name));
    }

    public String choice(String field, String value) {
        return or("standards.choice." + field + "." + value, value);
    }

    /** An input and its value as records and printed documents write them, which are Chinese in every language of the pages. */
    public String printed(String field, String value) {
        Locale chinese = Locale.SIMPLIFIED_CHINESE;
        String label = messages.getMessage("standards.field." + field, null, field, chinese);
        return label + "“" + messages.getMessage("standards.choice." + field + "." + value, null, value, chinese) + "”";
    }

    /** What true and false mean of that input; without words of its own, that it passed or did not. */
    public String flag(String field, String value) {
        return or("standards.choice." + field + "." + value, choice("flag", value));
    }

    public String member(String name) {
        return or("standards.member." + name, name);
    }

    public String decision(String question) {
        return or("standards.decision." + question, question);
    }

    /** A value of the answer; {@code of} is the member or decision it belongs to. */
    public String value(String of, Object value) {
        if (value == null) {
            return "—";
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? say("standards.value.none")
                    : list.stream().map(item -> value(of, item)).collect(Collectors.joining(between(list)));
        }
        if (value instanceof Map<?, ?> group) {
            return group.isEmpty() ? say("standards.value.none") : members(group);
        }
        if (value instanceof Boolean flag) {
            return or("standards.value." + of + "." + flag, say(flag ? "standards.value.yes" : "standards.value.no"));
        }
        return or("standards.value." + of + "." + value, choice(of, String.valueOf(value)));
    }

    private static String between(List<?> list) {
        return list.get(0) instanceof List ? "；" : "，";
    }

    private String members(Map<?, ?> group) {
        return group.entrySet().stream()
                .map(member -> input("", member.getKey().toString()) + " "
                        + value(member.getKey().toString(), member.getValue()))
                .collect(Collectors.joining("；"));
    }

    /** A limit as printed: {@code ≥ 540 MPa}. */
    public String limit(Map<?, ?> limit) {
        return (RELATIONS.get(limit.get("relation")) + " " + limit.get("value") + " " + limit.get("unit")).strip();
    }

    private String or(String code, String otherwise) {
        return messages.getMessage(code, null, otherwise, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
