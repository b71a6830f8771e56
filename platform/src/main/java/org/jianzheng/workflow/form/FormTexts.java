package org.jianzheng.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Values that a form puts into its texts. The browser reads those texts as Markdown and HTML, so a picture somebody typed
 * would be fetched in the name of whoever opens the form: what is shown there is text, every sign of it.
 */
final class FormTexts {

    private static final Set<String> MARKDOWN = Set.of("text", "html");
    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])[A-Za-z_]\\w*");

    private FormTexts() {}

    /** Where the values stand: {@code order.project} is two steps. */
    static Set<List<String>> paths(JsonNode form) {
        Set<List<String>> paths = new LinkedHashSet<>();
        component(form, paths);
        return Set.copyOf(paths);
    }

    private static void component(JsonNode component, Set<List<String>> paths) {
        if (MARKDOWN.contains(component.path("type").asText())) {
            Matcher templates = TEMPLATE.matcher(component.path("text").asText("")
                    + component.path("content").asText(""));
            while (templates.find()) {
                add(templates.group(1).strip(), paths);
            }
        }
        component.path("components").forEach(child -> component(child, paths));
    }

    /** More than a path, such as a loop: then all of every variable it names. */
    private static void add(String expression, Set<List<String>> paths) {
        if (PATH.matcher(expression).matches()) {
            paths.add(List.of(expression.split("\\.")));
            return;
        }
        Matcher names = NAME.matcher(expression);
        while (names.find()) {
            paths.add(List.of(names.group()));
        }
    }

    /** The values with all that stands at these places written so that it is read as text. */
    static Map<String, Object> asText(Map<String, Object> shown, Set<List<String>> paths) {
        Map<String, Object> texts = new LinkedHashMap<>(shown);
        for (List<String> path : paths) {
            texts.computeIfPresent(path.get(0), (name, value) -> at(value, path.subList(1, path.size())));
        }
        return texts;
    }

    private static Object at(Object value, List<String> path) {
        if (value instanceof String text) {
            return escaped(text);
        }
        if (value instanceof List<?> list) {
            List<Object> all = new ArrayList<>();
            list.forEach(member -> all.add(at(member, path)));
            return all;
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> all = new LinkedHashMap<>();
            map.forEach((key, member) -> {
                boolean meant = path.isEmpty() || path.get(0).equals(key);
                List<String> rest = path.isEmpty() ? path : path.subList(1, path.size());
                all.put(String.valueOf(key), meant ? at(member, rest) : member);
            });
            return all;
        }
        return value;
    }

    /** Signs that could mean something become character references, which mean nothing but themselves. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.strip().replace("\r\n", "\n").chars().forEach(sign -> {
            if (sign == '\n' || sign == '\r') {
                escaped.append("<br>");
            } else if (sign < 0x80 && !Character.isLetterOrDigit(sign) && sign != ' ') {
                escaped.append("&#").append(sign == '\t' ? ' ' : sign).append(';');
            } else {
                escaped.append((char) sign);
            }
        });
        return escaped.toString();
    }
}
