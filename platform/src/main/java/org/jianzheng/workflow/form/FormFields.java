package org.jianzheng.workflow.form;

import java.util.List;
import java.util.Map;

/**
 * The components that composed forms are made of, in one look: units stand in the label, numbers are typed as text (the
 * library's own number fields change what they do not understand) and read by the server as exact decimals.
 */
public final class FormFields {

    private FormFields() {}

    /** One of the values to choose from. */
    public record Choice(String value, String label) {}

    /**
     * A measured number; say its {@link FormComponent#places places} and what it lies {@link FormComponent#between between}.
     *
     * @param label with the unit: {@code 最大拉力 (kN)}
     */
    public static FormComponent decimal(String key, String label) {
        return field("textfield", key, label).places(0);
    }

    /** A line of text. */
    public static FormComponent text(String key, String label) {
        return field("textfield", key, label);
    }

    /** One of a list that opens. */
    public static FormComponent select(String key, String label, List<Choice> choices) {
        return field("select", key, label).with("values", values(choices));
    }

    /** One of a list that a variable of the task holds, as maps of {@code value} and {@code label}. */
    public static FormComponent selectFrom(String key, String label, String variable) {
        return field("select", key, label).with("valuesKey", variable);
    }

    /** Yes or no. */
    public static FormComponent checkbox(String key, String label) {
        return field("checkbox", key, label);
    }

    /** A day and a time to the minute, sent with its offset. */
    public static FormComponent dateTime(String key, String label) {
        return FormComponent.of("datetime", key, List.of())
                .with("key", key)
                .with("subtype", "datetime")
                .with("dateLabel", label)
                .with("timeLabel", "时刻")
                .with("timeSerializingFormat", "utc_offset")
                .with("timeInterval", 1)
                .with("use24h", true);
    }

    /**
     * Rows of fields: of each specimen one. Say how many there are.
     *
     * @param path under which the list of rows is sent and given
     */
    public static FormComponent rows(String path, String label, List<FormComponent> fields) {
        return FormComponent.of("dynamiclist", path, fields)
                .with("path", path)
                .with("label", label)
                .with("showOutline", false)
                .with("isRepeating", true)
                .with("defaultRepetitions", 1)
                .with("disableCollapse", true);
    }

    /**
     * Rows to read.
     *
     * @param feel the list, without the equals sign: {@code order.readings}
     * @param columns headings by key, in their order
     */
    public static FormComponent table(String name, String label, String feel, Map<String, String> columns) {
        return FormComponent.of("table", name, List.of())
                .with("label", label)
                .with("dataSource", "=" + feel)
                .with("rowCount", 20)
                .with(
                        "columns",
                        columns.entrySet().stream()
                                .map(column -> Map.of("key", column.getKey(), "label", column.getValue()))
                                .toList());
    }

    private static FormComponent field(String type, String key, String label) {
        return FormComponent.of(type, key, List.of()).with("key", key).with("label", label);
    }

    private static List<Map<String, String>> values(List<Choice> choices) {
        return choices.stream()
                .map(choice -> Map.of("label", choice.label(), "value", choice.value()))
                .toList();
    }
}
