package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A record the tester makes, on a form of its own.
 *
 * @param name what is done, for the form's head and the task
 * @param days after it was made that it is due, or null
 * @param after verdict upon which the same sample is tested again at this stage, or null where it always is
 */
public record RecordStage(String code, TestItem.Name name, Integer days, String after, List<Input> inputs) {

    public RecordStage {
        Required.value("stages.code", code);
        Required.value("stages.name", name);
        inputs = Required.list("stages.inputs", inputs);
    }

    /**
     * What the tester reads off and types. One of {@code rows}, {@code decimal}, {@code choices}; a text where it has none.
     *
     * @param unit printed behind the label, or null
     * @param rows of a list, one row a specimen; the procedure says how many there are, these are the bounds of the form
     * @param fields of a row; empty without rows
     * @param part of the record it belongs to, where not every sample has it, or null
     * @param hint in Chinese, or null
     */
    public record Input(
            String name,
            TestItem.Name label,
            String unit,
            TestItem.Count rows,
            List<Input> fields,
            Decimal decimal,
            Map<String, TestItem.Name> choices,
            boolean optional,
            String part,
            String hint) {

        public Input {
            Required.value("inputs.name", name);
            Required.value("inputs.label", label);
            fields = rows == null ? List.of() : Required.list("inputs.fields", fields);
            choices = choices == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        }
    }

    /** Beyond these a number is mistyped. @param places decimals */
    public record Decimal(int places, BigDecimal from, BigDecimal until) {

        public Decimal {
            Required.value("decimal.from", from);
            Required.value("decimal.until", until);
        }
    }
}
