package org.jianzheng.standards.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jianzheng.standards.evaluation.InputField;

/** What was typed into a form, by path, and the inputs it makes. Blank is absent; trailing blanks of a list are no items. */
record TypedInputs(Map<String, String> texts) {

    // A comma between two digits may belong to one number, as in 1,200: then it separates nothing, and is refused as
    // such.
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[;；、]|[,，](?=\\s))[\\s;；、,，]*|\\s+");

    /** The most boxes a list gets; longer lists are typed or pasted into one text. */
    static final int MOST_BOXES = 6;

    /** From inputs in wire form, for the worked example of a method. */
    static TypedInputs of(Map<?, ?> inputs, List<InputField> fields) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (InputField field : fields) {
            flatten(field.name(), field, inputs.get(field.name()), texts);
        }
        return new TypedInputs(texts);
    }

    private static void flatten(String path, InputField field, Object value, Map<String, String> texts) {
        if (value instanceof Map<?, ?> map) {
            field.members()
                    .forEach(member -> flatten(path + "." + member.name(), member, map.get(member.name()), texts));
        } else if (value instanceof List<?> list && inText(field)) {
            texts.put(path, String.join(" ", list.stream().map(String::valueOf).toList()));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(path + "[" + i + "]", field, list.get(i), texts);
            }
        } else if (value != null) {
            texts.put(path, String.valueOf(value));
        }
    }

    static boolean inText(InputField field) {
        return field.list() && field.kind() == InputField.Kind.DECIMAL && field.most() > MOST_BOXES;
    }

    /** How many items of a list are shown: all that are filled and, where more may come, one that is blank. */
    int slots(String path, InputField field) {
        int least = nested(field) ? field.least() : Math.max(field.least(), MOST_BOXES);
        return Math.min(field.most(), Math.max(least, filled(path) + 1));
    }

    private int filled(String path) {
        Pattern item = Pattern.compile(Pattern.quote(path) + "\\[(\\d{1,4})].*", Pattern.DOTALL);
        return texts.entrySet().stream()
                .filter(text -> !text.getValue().isBlank())
                .map(text -> item.matcher(text.getKey()))
                .filter(Matcher::matches)
                .mapToInt(match -> Integer.parseInt(match.group(1)) + 1)
                .max()
                .orElse(0);
    }

    /** Whether an item of the list is too much for one line of boxes. */
    static boolean nested(InputField field) {
        return field.members().stream()
                .anyMatch(member -> member.kind() == InputField.Kind.GROUP || (member.list() && !inOneRow(member)));
    }

    private static boolean inOneRow(InputField field) {
        return field.least() == field.most() && field.most() <= MOST_BOXES;
    }

    String text(String path) {
        return texts.getOrDefault(path, "");
    }

    Map<String, Object> inputs(List<InputField> fields) {
        return group("", fields);
    }

    private Map<String, Object> group(String prefix, List<InputField> fields) {
        Map<String, Object> inputs = new LinkedHashMap<>();
        fields.forEach(field -> inputs.put(field.name(), value(prefix + field.name(), field)));
        return inputs;
    }

    private Object value(String path, InputField field) {
        if (inText(field)) {
            return split(path);
        }
        if (!field.list()) {
            return single(path, field);
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < slots(path, field); i++) {
            items.add(single(path + "[" + i + "]", field));
        }
        int meant = blank(items) ? 0 : meantBlank(field) ? field.least() : 0;
        while (items.size() > meant && blank(items.get(items.size() - 1))) {
            items.remove(items.size() - 1);
        }
        return items.isEmpty() ? null : items;
    }

    // A specimen of which nothing has to be said, such as one that stayed dry.
    private static boolean meantBlank(InputField field) {
        return !field.members().isEmpty() && field.members().stream().noneMatch(InputField::required);
    }

    private Object single(String path, InputField field) {
        if (field.kind() == InputField.Kind.GROUP) {
            Map<String, Object> group = group(path + ".", field.members());
            return !field.required() && blank(group) ? null : group;
        }
        String typed = text(path).strip();
        if (typed.isEmpty()) {
            return null;
        }
        return field.kind() == InputField.Kind.FLAG ? (Object) Boolean.valueOf(typed) : typed;
    }

    private List<String> split(String path) {
        String typed = text(path).strip();
        return typed.isEmpty() ? null : List.of(BETWEEN.split(typed));
    }

    private static boolean blank(Object item) {
        return item == null
                || (item instanceof Map<?, ?> map && map.values().stream().allMatch(TypedInputs::blank))
                || (item instanceof List<?> list && list.stream().allMatch(TypedInputs::blank));
    }
}
