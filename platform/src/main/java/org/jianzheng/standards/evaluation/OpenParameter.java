package org.jianzheng.standards.evaluation;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;

/**
 * A parameter of an open item, with the requirement that the order states.
 *
 * @param unit of value and limits; empty for none
 * @param lower inclusive; null where the relation has none
 * @param upper inclusive; null where the relation has none
 * @param places decimals to which the value is rounded before it meets the limit; null of a requirement in words
 * @param words the requirement, where it is no number; else empty
 */
public record OpenParameter(
        String name, String unit, Relation relation, BigDecimal lower, BigDecimal upper, Integer places, String words) {

    /** Of one order. */
    public static final int MOST = 8;

    static final int MOST_PLACES = 6;

    private static final int NAME = 40;
    private static final int UNIT = 20;
    private static final int WORDS = 100;

    /** What a value has to do with its limits. */
    public enum Relation {
        AT_LEAST,
        AT_MOST,
        BETWEEN,
        /** In words: the tester says whether it conforms, and why. */
        STATED;

        static List<String> names() {
            return Arrays.stream(values()).map(Enum::name).toList();
        }
    }

    /**
     * As they were typed; rows left empty count for nothing.
     *
     * @throws RuleBroken naming {@code parameters[0].lower}, when none is whole, or one is not
     */
    public static List<OpenParameter> typed(List<Map<String, Object>> rows) {
        List<OpenParameter> parameters = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            FormValues row = new FormValues(named(rows.get(i), "parameters[" + i + "]."));
            if (!row.values().keySet().stream()
                    .allMatch(field -> row.text(field).isEmpty())) {
                parameters.add(typed(row, "parameters[" + i + "]."));
            }
        }
        if (parameters.isEmpty()) {
            throw RuleBroken.at("parameters[0].name", "standards.open.none");
        }
        if (parameters.size() > MOST) {
            throw RuleBroken.at("parameters[" + MOST + "].name", "standards.open.many", MOST);
        }
        Set<String> names = new HashSet<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (!names.add(parameters.get(i).name)) {
                throw RuleBroken.at("parameters[" + i + "].name", "standards.open.twice", parameters.get(i).name);
            }
        }
        return parameters;
    }

    private static Map<String, Object> named(Map<String, Object> row, String path) {
        Map<String, Object> named = new LinkedHashMap<>();
        row.forEach((field, value) -> named.put(path + field, value));
        return named;
    }

    private static OpenParameter typed(FormValues row, String path) {
        row.required(path + "name");
        Relation relation =
                Relation.valueOf(row.choice(path + "relation", Relation.names().toArray(String[]::new)));
        boolean stated = relation == Relation.STATED;
        OpenParameter parameter = new OpenParameter(
                row.text(path + "name", NAME),
                row.text(path + "unit", UNIT),
                relation,
                stated || relation == Relation.AT_MOST ? null : limit(row, path + "lower"),
                stated || relation == Relation.AT_LEAST ? null : limit(row, path + "upper"),
                stated ? null : places(row, path + "places"),
                stated ? words(row, path + "words") : "");
        if (relation == Relation.BETWEEN && parameter.lower.compareTo(parameter.upper) > 0) {
            throw RuleBroken.at(
                    path + "upper",
                    "standards.open.range",
                    parameter.lower.toPlainString(),
                    parameter.upper.toPlainString());
        }
        return parameter;
    }

    private static BigDecimal limit(FormValues row, String field) {
        row.required(field);
        return row.decimal(field).orElseThrow();
    }

    private static Integer places(FormValues row, String field) {
        row.required(field);
        int places = row.integer(field).orElseThrow();
        if (places < 0 || places > MOST_PLACES) {
            throw RuleBroken.at(field, "standards.open.places", MOST_PLACES);
        }
        return places;
    }

    private static String words(FormValues row, String field) {
        row.required(field);
        return row.text(field, WORDS);
    }

    /** {@code ≥0.20 MPa} */
    public String required() {
        String of = unit.isEmpty() ? "" : " " + unit;
        return switch (relation) {
            case AT_LEAST -> "≥" + lower.toPlainString() + of;
            case AT_MOST -> "≤" + upper.toPlainString() + of;
            case BETWEEN -> lower.toPlainString() + "～" + upper.toPlainString() + of;
            case STATED -> words;
        };
    }

    /** {@code 压缩强度 ≥0.20 MPa，修约到 2 位小数} */
    public String text() {
        return name + " " + required() + (places == null ? "" : "，修约到 " + places + " 位小数");
    }

    /** By the names of the form's fields; what it has none of is missing. */
    public Map<String, String> row() {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("name", name);
        row.put("unit", unit);
        row.put("relation", relation.name());
        row.put("lower", lower == null ? "" : lower.toPlainString());
        row.put("upper", upper == null ? "" : upper.toPlainString());
        row.put("places", places == null ? "" : places.toString());
        row.put("words", words);
        row.values().removeIf(String::isEmpty);
        return row;
    }

    /** For the order's details. */
    public static String written(List<OpenParameter> parameters) {
        return StoredJson.write(parameters.stream().map(OpenParameter::row).toList());
    }

    /** @param written by {@link #written} */
    public static List<OpenParameter> read(String written) {
        return typed(StoredJson.read(written, new TypeReference<>() {}));
    }
}
