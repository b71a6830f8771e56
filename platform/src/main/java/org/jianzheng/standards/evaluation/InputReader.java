package org.jianzheng.standards.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.kernel.RuleBroken;

/** Reads raw inputs against their declaration; the first that does not fit is named by its path. */
public final class InputReader {

    private InputReader() {}

    /** @throws RuleBroken at the path of the first input that does not fit */
    public static GivenInputs read(List<InputField> fields, Map<?, ?> raw) {
        return group("", fields, raw);
    }

    private static GivenInputs group(String path, List<InputField> fields, Map<?, ?> raw) {
        refuseUnknown(path, fields, raw);
        Map<String, Object> values = new HashMap<>();
        for (InputField field : fields) {
            String at = path.isEmpty() ? field.name() : path + "." + field.name();
            Object value = raw.get(field.name());
            if (value != null) {
                values.put(field.name(), field.list() ? list(at, field, value) : single(at, field, value));
            } else if (field.required()) {
                throw RuleBroken.at(at, "standards.input.missing");
            }
        }
        return new GivenInputs(path, values);
    }

    private static void refuseUnknown(String path, List<InputField> fields, Map<?, ?> raw) {
        Map<String, InputField> known = fields.stream().collect(Collectors.toMap(InputField::name, field -> field));
        for (Map.Entry<?, ?> entry : new LinkedHashMap<>(raw).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (!known.containsKey(name)) {
                String at = path.isEmpty() ? ScalarReader.shown(name) : path + "." + ScalarReader.shown(name);
                throw RuleBroken.at(at, "standards.input.unknown", String.join(", ", names(fields)));
            }
        }
    }

    private static List<String> names(List<InputField> fields) {
        return fields.stream().map(InputField::name).toList();
    }

    private static List<Object> list(String path, InputField field, Object value) {
        if (!(value instanceof List<?> raw)) {
            throw RuleBroken.at(path, "standards.input.list");
        }
        requireCount(path, raw.size(), field.least(), field.most());
        List<Object> items = new ArrayList<>(raw.size());
        for (int i = 0; i < raw.size(); i++) {
            String at = path + "[" + i + "]";
            if (raw.get(i) == null) {
                throw RuleBroken.at(at, "standards.input.missing");
            }
            items.add(single(at, field, raw.get(i)));
        }
        return items;
    }

    /** @throws RuleBroken at the path when a list has too few or too many items */
    public static void requireCount(String path, int size, int least, int most) {
        if (size < least || size > most) {
            String code = least == most ? "standards.input.count" : "standards.input.countRange";
            throw RuleBroken.at(path, code, size, least, most);
        }
    }

    private static Object single(String path, InputField field, Object value) {
        return switch (field.kind()) {
            case DECIMAL -> ScalarReader.decimal(path, field, value);
            case CHOICE -> ScalarReader.choice(path, field, value);
            case FLAG -> ScalarReader.flag(path, value);
            case GROUP -> group(path, field.members(), map(path, value));
        };
    }

    private static Map<?, ?> map(String path, Object value) {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw RuleBroken.at(path, "standards.input.object");
    }
}
