package org.jianzheng.standards.catalogue;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A record the tester makes, on a form of its own.
 *
 * @param name what is done, for the form's head and the task
 * @param days after it was made that it is due, or null
 * @param following how long after the record before it, or null where that does not matter
 * @param after verdict upon which the same sample is tested again at this stage, or null where it always is
 * @param as the stage whose inputs it takes over: what was recorded there is recorded again, and counts instead
 */
public record RecordStage(
        String code,
        TestItem.Name name,
        Integer days,
        Following following,
        String after,
        String as,
        List<Input> inputs) {

    public RecordStage {
        RequiredKeys.code("stages.code", code, 20);
        RequiredKeys.value("stages.name", name);
        inputs = as != null && inputs == null ? List.of() : RequiredKeys.list("stages.inputs", inputs);
    }

    /** With the inputs of the stage that it names. */
    RecordStage filled(List<RecordStage> stages) {
        if (as == null) {
            return this;
        }
        List<Input> others = stages.stream()
                .filter(stage -> stage.code.equals(as))
                .map(RecordStage::inputs)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("stages: there is no stage " + as));
        return new RecordStage(code, name, days, following, after, null, others);
    }

    /** What its fields are called. */
    public Map<String, TestItem.Name> labels() {
        Map<String, TestItem.Name> labels = new LinkedHashMap<>();
        inputs.stream()
                .flatMap(input -> Stream.concat(Stream.of(input), input.fields().stream()))
                .forEach(input -> labels.putIfAbsent(input.name(), input.label()));
        return labels;
    }

    /**
     * @param hours that have gone by at its end since the record before it was begun: what a specimen has to lie and boil
     * @param days after that record that it is due
     */
    public record Following(int hours, int days) {}

    /**
     * What the tester reads off and types. One of {@code rows}, {@code decimal}, {@code choices}, {@code moment}; a text where it
     * has none.
     *
     * @param unit printed behind the label, or null
     * @param rows of a list, one row a specimen; the procedure says how many there are, these are the bounds of the form
     * @param added whether the tester adds the rows, within the bounds, because they are no specimens
     * @param row what a row is of; null of specimens
     * @param fields of a row; empty without rows
     * @param moment whether it is a day and a time, which lies within the test
     * @param with another field of the row: it is asked where that one is filled, and only there
     * @param part of the record it belongs to, where not every sample has it, or null
     * @param hint in Chinese, or null
     */
    public record Input(
            String name,
            TestItem.Name label,
            String unit,
            TestItem.Count rows,
            boolean added,
            TestItem.Name row,
            List<Input> fields,
            Decimal decimal,
            Map<String, TestItem.Name> choices,
            boolean moment,
            boolean optional,
            String with,
            String part,
            String hint) {

        public Input {
            RequiredKeys.value("inputs.name", name);
            RequiredKeys.value("inputs.label", label);
            fields = rows == null ? List.of() : RequiredKeys.list("inputs.fields", fields);
            choices = choices == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        }
    }

    /** Beyond these a number is mistyped. @param places decimals */
    public record Decimal(int places, BigDecimal from, BigDecimal until) {

        public Decimal {
            RequiredKeys.value("decimal.from", from);
            RequiredKeys.value("decimal.until", until);
        }
    }
}
