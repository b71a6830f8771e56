package org.jianzheng.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The fields of a form as its file has them, for tests that fill it with what does not belong there. */
public final class FormFile {

    private FormFile() {}

    /**
     * One field that a person can fill in.
     *
     * @param list key of the dynamic list that holds it in every row, or null
     * @param conditional shown only when something else says so
     */
    public record Field(String list, String key, String label, String type, JsonNode rules, boolean conditional) {

        public boolean isText() {
            return type.equals("textfield") || type.equals("textarea");
        }

        /** A copy of the form with this value in the field; in the first row of its list. */
        public Map<String, Object> put(Map<String, Object> form, Object value) {
            Map<String, Object> copy = new LinkedHashMap<>(form);
            if (list == null) {
                copy.put(key, value);
                return copy;
            }
            List<Object> rows = new ArrayList<>((List<?>) form.get(list));
            Map<String, Object> row = new LinkedHashMap<>();
            ((Map<?, ?>) rows.get(0)).forEach((name, cell) -> row.put(String.valueOf(name), cell));
            row.put(key, value);
            rows.set(0, row);
            copy.put(list, rows);
            return copy;
        }

        /** Whether this form is filled in there, so that the field is surely asked for. */
        public boolean isFilledIn(Map<String, Object> form) {
            boolean inRow = form.get(list) instanceof List<?> rows
                    && !rows.isEmpty()
                    && ((Map<?, ?>) rows.get(0)).containsKey(key);
            return list == null ? form.get(key) != null : inRow;
        }
    }

    /** @param id of the form: the key of its task */
    public static List<Field> fields(String id) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources("classpath:forms/*/" + id + ".form");
            List<Field> fields = new ArrayList<>();
            collect(new ObjectMapper().readTree(files[0].getInputStream()), null, false, fields);
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode parent, String list, boolean conditional, List<Field> fields) {
        for (JsonNode one : parent.path("components")) {
            boolean hideable = conditional || one.has("conditional");
            String type = one.path("type").asText();
            if (type.equals("dynamiclist")) {
                collect(one, one.path("path").asText(), hideable, fields);
            } else if (one.has("key")
                    && !one.path("readonly").asBoolean()
                    && !one.path("disabled").asBoolean()) {
                String label = one.hasNonNull("label")
                        ? one.path("label").asText()
                        : one.path("dateLabel").asText();
                fields.add(new Field(list, one.path("key").asText(), label, type, one.path("validate"), hideable));
            }
        }
    }
}
