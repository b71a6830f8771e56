package org.jianzheng.testing;

import java.math.BigDecimal;
import org.jianzheng.standards.Field;
import org.jianzheng.standards.RecordStage;

/** A typed value against what the folder of its item says of it. */
final class InputCheck {

    private static final int LONGEST = 200;

    private InputCheck() {}

    static void check(RecordStage.Input input, Entered entered) {
        if (input.optional() && !entered.has(input.name())) {
            return;
        }
        if (input.decimal() != null) {
            number(input, entered);
        } else if (!input.choices().isEmpty()) {
            entered.choice(input.name(), input.choices().keySet());
        } else {
            entered.required(input.name(), LONGEST);
        }
    }

    private static void number(RecordStage.Input input, Entered entered) {
        BigDecimal value = new BigDecimal(entered.decimal(input.name()));
        RecordStage.Decimal bounds = input.decimal();
        if (value.compareTo(bounds.from()) < 0 || value.compareTo(bounds.until()) > 0) {
            throw entered.broken(
                    input.name(),
                    "testing.form.between",
                    bounds.from().toPlainString(),
                    bounds.until().toPlainString(),
                    value.toPlainString());
        }
    }

    /** As the evaluation wants it; null where nothing was entered. */
    static Object value(Field field, Entered entered) {
        if (!entered.has(field.name())) {
            return null;
        }
        return switch (field.kind()) {
            case DECIMAL -> entered.decimal(field.name());
            case FLAG -> Boolean.valueOf(entered.text(field.name(), LONGEST));
            case CHOICE -> entered.text(field.name(), LONGEST);
            case GROUP -> null;
        };
    }

    /** As people read it. */
    static String said(RecordStage.Input input, Entered entered) {
        String value = input.decimal() == null ? entered.text(input.name(), LONGEST) : entered.decimal(input.name());
        return input.choices().containsKey(value) ? input.choices().get(value).zh() : value;
    }
}
