package org.jianzheng.testing.procedure;

import java.time.Instant;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.standards.catalogue.RecordStage;
import org.jianzheng.standards.evaluation.InputField;
import org.jianzheng.standards.evaluation.Reading;

/** A typed value against what the folder of its item says of it. */
final class InputCheck {

    private static final int LONGEST = 200;

    private InputCheck() {}

    static void check(RecordStage.Input input, RecordForm entered) {
        if (input.with() != null && entered.has(input.name()) && !entered.has(input.with())) {
            throw entered.broken(input.with(), "testing.form.missing");
        }
        boolean optional = input.with() == null ? input.optional() : !entered.has(input.with());
        if (optional && !entered.has(input.name())) {
            return;
        }
        if (input.moment()) {
            entered.instant(input.name());
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

    private static void number(RecordStage.Input input, RecordForm entered) {
        Reading reading = entered.reading(input.name());
        RecordStage.Decimal bounds = input.decimal();
        if (reading.value().compareTo(bounds.from()) < 0 || reading.exceeds(bounds.until())) {
            throw entered.broken(
                    input.name(),
                    "testing.form.between",
                    bounds.from().toPlainString(),
                    bounds.until().toPlainString(),
                    reading);
        }
    }

    /** What was seen during a test was seen between its beginning and its end. */
    static void within(RecordStage.Input input, RecordForm row, RecordForm record) {
        if (!input.moment() || !row.has(input.name())) {
            return;
        }
        Instant at = row.instant(input.name());
        if (at.isBefore(record.instant("startedAt")) || at.isAfter(record.instant("finishedAt"))) {
            throw row.broken(input.name(), "testing.form.outside", CityTime.minute(at));
        }
    }

    /** As the evaluation wants it; null where nothing was entered. */
    static Object value(InputField field, RecordForm entered) {
        if (!entered.has(field.name())) {
            return null;
        }
        return switch (field.kind()) {
            case DECIMAL -> entered.reading(field.name());
            case FLAG -> Boolean.valueOf(entered.text(field.name(), LONGEST));
            case CHOICE -> entered.text(field.name(), LONGEST);
            case GROUP -> null;
        };
    }

    /** As people read it. */
    static String said(RecordStage.Input input, RecordForm entered) {
        if (input.moment()) {
            return CityTime.minute(entered.instant(input.name()));
        }
        if (input.decimal() != null) {
            return entered.reading(input.name()).toString();
        }
        String value = entered.text(input.name(), LONGEST);
        return input.choices().containsKey(value) ? input.choices().get(value).zh() : value;
    }
}
