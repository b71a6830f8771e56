package org.jianzheng.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the variables that the texts, tables, conditions and options of a form refer to. */
final class FormReads {

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?!\\s*[:(]|\\w)");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "between",
            "true",
            "false",
            "null",
            "this",
            "parent",
            "i",
            "loop",
            "item",
            "partial",
            "function",
            "instance",
            "of");

    private FormReads() {}

    static Set<String> of(JsonNode form) {
        Set<String> names = new LinkedHashSet<>();
        component(form, names, false);
        return names;
    }

    /** Inside rows plain names mean members of the row, so only the row's own expressions are left out. */
    private static void component(JsonNode component, Set<String> names, boolean inRow) {
        String key = component.path("valuesKey").asText("");
        if (!key.isBlank()) {
            names.add(key.split("\\.")[0]);
        }
        component.properties().forEach(property -> {
            if (!property.getKey().equals("components") && !inRow) {
                texts(property.getValue(), names);
            }
        });
        boolean list = component.path("type").asText().equals("dynamiclist");
        component.path("components").forEach(child -> component(child, names, inRow || list));
    }

    private static void texts(JsonNode value, Set<String> names) {
        if (value.isContainerNode()) {
            value.forEach(member -> texts(member, names));
            return;
        }
        if (!value.isTextual()) {
            return;
        }
        String text = value.asText().strip();
        if (text.startsWith("=")) {
            names(text.substring(1), names);
        }
        Matcher templates = TEMPLATE.matcher(text);
        while (templates.find()) {
            names(templates.group(1).replaceFirst("^\\s*[#/][a-z]*", ""), names);
        }
    }

    private static void names(String feel, Set<String> names) {
        Matcher matcher = NAME.matcher(TEXT.matcher(feel).replaceAll("\"\""));
        while (matcher.find()) {
            if (!WORDS.contains(matcher.group(1))) {
                names.add(matcher.group(1));
            }
        }
    }
}
