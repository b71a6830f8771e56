package org.jianzheng.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a form as its file has them, for tests that fill it with what does not belong there. */
public final class FormFile {

    private FormFile() {}

    /**
     * One field that a person can fill in.
     *
     * @param within path of the group, or of the dynamic list, that holds it; null for the form itself
     * @param conditional shown only when something else says so
     */
    public record Field(String within, String key, String label, String type, JsonNode rules, boolean conditional) {

        public boolean isText() {
            return type.equals("textfield") || type.equals("textarea");
        }

        /** A copy of the form with this value in the field; in the first row of its list. */
        public Map<String, Object> put(Map<String, Object> form, Object value) {
            Map<String, Object> copy = new LinkedHashMap<>(form);
            if (within == null) {
                copy.put(key, value);
            } else if (form.get(within) instanceof List<?> rows) {
                List<Object> changed = new ArrayList<>(rows);
                changed.set(0, with(rows.get(0), value));
                copy.put(within, changed);
            } else {
                copy.put(within, with(form.get(within), value));
            }
            return copy;
        }

        private Map<String, Object> with(Object held, Object value) {
            Map<String, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) held).forEach((name, cell) -> copy.put(String.valueOf(name), cell));
            copy.put(key, value);
            return copy;
        }

        /** Whether this form is filled in there, so that the field is surely asked for. */
        public boolean isFilledIn(Map<String, Object> form) {
            return first(form) != null;
        }

        /** What the form has there; in the first row of a list. */
        public Object first(Map<String, Object> form) {
            Object held = within == null ? form : form.get(within);
            Object first = held instanceof List<?> rows && !rows.isEmpty() ? rows.get(0) : held;
            return first instanceof Map<?, ?> filled ? filled.get(key) : null;
        }
    }

    /** @param id of the form: the key of its task, where it is not composed */
    public static List<Field> fields(String id) {
        try {
            List<Field> fields = new ArrayList<>();
            collect(new ObjectMapper().readTree(BundledFiles.forms().get(id)), null, false, fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode parent, String within, boolean conditional, List<Field> fields) {
        for (JsonNode one : parent.path("components")) {
            boolean hideable = conditional || one.has("conditional");
            String type = one.path("type").asText();
            if (type.equals("dynamiclist") || type.equals("group")) {
                collect(one, one.hasNonNull("path") ? one.path("path").asText() : within, hideable, fields);
            } else if (one.has("key")
                    && !one.path("readonly").asBoolean()
                    && !one.path("disabled").asBoolean()) {
                String label = one.hasNonNull("label")
                        ? one.path("label").asText()
                        : one.path("dateLabel").asText();
                fields.add(new Field(within, one.path("key").asText(), label, type(one), rules(one), hideable));
            }
        }
    }

    /** Numbers are typed as text. */
    private static String type(JsonNode field) {
        return field.path("properties").has("decimals")
                ? "number"
                : field.path("type").asText();
    }

    private static JsonNode rules(JsonNode field) {
        ObjectNode rules = new ObjectMapper().createObjectNode();
        field.path("validate").properties().forEach(rule -> rules.set(rule.getKey(), rule.getValue()));
        field.path("properties").properties().forEach(rule -> rules.set(rule.getKey(), rule.getValue()));
        return rules;
    }
}
