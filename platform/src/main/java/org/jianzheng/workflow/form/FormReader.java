package org.jianzheng.workflow.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Reads the components of a form-js file (schema 16) that matter to the server. */
final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Set<String> VALUES = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "checklist",
            "radio",
            "select",
            "taglist",
            "datetime",
            "expression");
    private static final Set<String> CONTAINERS = Set.of("group", "dynamiclist");
    private static final Set<String> SHOWN =
            Set.of("text", "html", "image", "table", "button", "spacer", "separator", "iframe");

    private FormReader() {}

    static JsonNode json(String form) {
        try {
            return JSON.readTree(form);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
        }
    }

    static List<FormField> fields(JsonNode parent) {
        List<FormField> fields = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            if (VALUES.contains(type) || CONTAINERS.contains(type)) {
                fields.add(field(type, component));
            } else if (!SHOWN.contains(type)) {
                throw new IllegalArgumentException("the server does not know form components of type " + type);
            }
        }
        return List.copyOf(fields);
    }

    private static FormField field(String type, JsonNode component) {
        boolean container = CONTAINERS.contains(type);
        String key = component.path(container ? "path" : "key").asText("");
        if (key.isBlank() && !type.equals("group")) {
            throw new IllegalArgumentException("a " + type + " has no key");
        }
        String label = label(component);
        return new FormField(
                isNumber(component) ? "number" : type,
                key.isBlank() ? List.of() : List.of(key.split("\\.", -1)),
                label.isEmpty() || label.startsWith("=") ? key : label,
                isIgnored(type, component),
                feel(component.path("conditional").path("hide").asText("")),
                rules(component),
                options(type, component),
                container ? fields(component) : List.of());
    }

    /**
     * The library's own number fields leave out or move what they do not understand (1,200 becomes 1.200), so numbers are typed
     * as text and read here. Forms of earlier versions still have those fields.
     */
    private static boolean isNumber(JsonNode component) {
        return component.path("type").asText().equals("number")
                || component.path("properties").has("decimals");
    }

    private static boolean isIgnored(String type, JsonNode component) {
        JsonNode readonly = component.path("readonly");
        return type.equals("expression")
                || component.path("disabled").asBoolean()
                || (readonly.isBoolean() && readonly.asBoolean());
    }

    /** FEEL expressions of a form begin with an equals sign. */
    private static String feel(String text) {
        String trimmed = text.strip();
        return trimmed.startsWith("=") ? trimmed.substring(1).strip() : null;
    }

    /** Fields for a date have their label elsewhere. */
    private static String label(JsonNode component) {
        String label = component.path("label").asText("").strip();
        return label.isEmpty() ? component.path("dateLabel").asText("").strip() : label;
    }

    private static FormField.Rules rules(JsonNode component) {
        JsonNode validate = component.path("validate");
        JsonNode own = component.path("properties");
        return new FormField.Rules(
                validate.path("required").asBoolean(),
                decimal(own.has("min") ? own.path("min") : validate.path("min")),
                decimal(own.has("max") ? own.path("max") : validate.path("max")),
                whole(validate.path("minLength")),
                whole(validate.path("maxLength")),
                validate.path("pattern").asText("").isEmpty()
                        ? null
                        : validate.path("pattern").asText(),
                whole(own.has("decimals") ? own.path("decimals") : component.path("decimalDigits")),
                component.path("subtype").asText("datetime"),
                whole(own.path("minRows")),
                whole(own.path("maxRows")),
                own.path("compared").asBoolean());
    }

    private static BigDecimal decimal(JsonNode node) {
        String text = node.asText("");
        return text.isBlank() || text.startsWith("=") ? null : new BigDecimal(text.strip());
    }

    private static Integer whole(JsonNode node) {
        BigDecimal value = decimal(node);
        return value == null ? null : value.intValueExact();
    }

    private static FormField.Options options(String type, JsonNode component) {
        if (!Set.of("checklist", "radio", "select", "taglist").contains(type)) {
            return null;
        }
        String variable = component.path("valuesKey").asText("");
        String expression = feel(component.path("valuesExpression").asText(""));
        List<Object> fixed = StreamSupport.stream(component.path("values").spliterator(), false)
                .map(option -> (Object) option.path("value").asText())
                .toList();
        boolean listed = !variable.isBlank() || expression != null;
        return new FormField.Options(listed ? null : fixed, variable.isBlank() ? null : variable, expression);
    }
}
