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
            "item",
            "partial",
            "function",
            "instance",
            "of");

    /** Of those, what is no name whatever happens. */
    private static final Set<String> RESERVED =
            Set.of("and", "or", "not", "if", "then", "else", "true", "false", "null");

    private FormReads() {}

    /** What the form certainly reads. Inside rows plain names mean members of the row, so they are left out. */
    static Set<String> of(JsonNode form) {
        Set<String> names = new LinkedHashSet<>();
        component(form, names, false, false);
        return names;
    }

    /** What it could read: also each name inside rows, and words of the language that may be names. */
    static Set<String> atMost(JsonNode form) {
        Set<String> names = new LinkedHashSet<>();
        component(form, names, false, true);
        return names;
    }

    /** What an expression could read. */
    static Set<String> inExpression(String feel) {
        Set<String> names = new LinkedHashSet<>();
        names(feel, names, true);
        names.removeAll(RESERVED);
        return names;
    }

    private static void component(JsonNode component, Set<String> names, boolean inRow, boolean atMost) {
        String key = component.path("valuesKey").asText("");
        if (!key.isBlank()) {
            names.add(key.split("\\.")[0]);
        }
        component.properties().forEach(property -> {
            if (!property.getKey().equals("components") && (atMost || !inRow)) {
                texts(property.getValue(), names, atMost);
            }
        });
        boolean list = component.path("type").asText().equals("dynamiclist");
        component.path("components").forEach(child -> component(child, names, inRow || list, atMost));
    }

    private static void texts(JsonNode value, Set<String> names, boolean atMost) {
        if (value.isContainerNode()) {
            value.forEach(member -> texts(member, names, atMost));
            return;
        }
        if (!value.isTextual()) {
            return;
        }
        String text = value.asText().strip();
        if (text.startsWith("=")) {
            names(text.substring(1), names, atMost);
        }
        Matcher templates = TEMPLATE.matcher(text);
        while (templates.find()) {
            names(templates.group(1).replaceFirst("^\\s*[#/][a-z]*", ""), names, atMost);
        }
    }

    private static void names(String feel, Set<String> names, boolean atMost) {
        Matcher matcher = NAME.matcher(TEXT.matcher(feel).replaceAll("\"\""));
        while (matcher.find()) {
            if (atMost || !WORDS.contains(matcher.group(1))) {
                names.add(matcher.group(1));
            }
        }
    }
}
