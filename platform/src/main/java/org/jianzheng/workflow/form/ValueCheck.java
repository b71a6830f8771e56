package org.jianzheng.workflow.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jianzheng.kernel.KeyText;
import org.jianzheng.kernel.TypedNumber;
import org.jianzheng.workflow.form.FormCheck.Spot;

/** One value held to one field. */
final class ValueCheck {

    /** Characters of a one-line and of a long text where the form sets no limit of its own. */
    private static final int LINE = 500;

    private static final int TEXT = 4000;
    /** Nothing measured here has more digits. */
    private static final int DIGITS = 30;

    private static final int PLACES = 20;

    private ValueCheck() {}

    static Object check(FormField field, Object sent, Spot spot, Supplier<List<Object>> options) {
        Object value = sent instanceof String text ? KeyText.visible(text) : sent;
        if (field.type().equals("checkbox")) {
            return checkbox(field, value, spot);
        }
        boolean many = field.type().equals("checklist") || field.type().equals("taglist");
        if (value == null || "".equals(value) || (many && List.of().equals(value))) {
            if (field.rules().required()) {
                throw spot.broken("workflow.form.required");
            }
            return many ? List.of() : null;
        }
        return switch (field.type()) {
            case "number" -> number(field.rules(), value, spot);
            case "datetime" -> moment(field.rules(), value, spot);
            case "radio", "select" -> option(value, spot, options.get());
            case "checklist", "taglist" -> chosen(value, spot, options.get());
            default -> text(field, value, spot);
        };
    }

    private static boolean checkbox(FormField field, Object value, Spot spot) {
        if (value != null && !(value instanceof Boolean)) {
            throw spot.broken("workflow.form.checkbox");
        }
        boolean ticked = Boolean.TRUE.equals(value);
        if (!ticked && field.rules().required()) {
            throw spot.broken("workflow.form.tick");
        }
        return ticked;
    }

    private static Number number(FormField.Rules rules, Object value, Spot spot) {
        BigDecimal number = decimal(value, spot);
        if (number.precision() > DIGITS || number.scale() > PLACES || number.scale() < -DIGITS) {
            throw spot.broken("workflow.form.digits");
        }
        Integer places = rules.decimalDigits();
        if (places != null && number.stripTrailingZeros().scale() > places) {
            throw spot.broken("workflow.form.places", places);
        }
        if (rules.min() != null && number.compareTo(rules.min()) < 0) {
            throw spot.broken("workflow.form.min", rules.min().toPlainString(), number.toPlainString());
        }
        if (rules.max() != null && number.compareTo(rules.max()) > 0) {
            throw spot.broken("workflow.form.max", rules.max().toPlainString(), number.toPlainString());
        }
        boolean whole = places != null && places == 0 && number.abs().compareTo(BigDecimal.valueOf(1_000_000_000)) < 0;
        return whole ? (Number) number.intValueExact() : number;
    }

    private static BigDecimal decimal(Object value, Spot spot) {
        if (value instanceof String text) {
            return new TypedNumber(text).at(spot.field(), spot.label());
        }
        if (value instanceof Number) {
            return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
        }
        throw spot.broken("workflow.form.number");
    }

    private static String moment(FormField.Rules rules, Object value, Spot spot) {
        String text = value.toString();
        try {
            switch (rules.subtype()) {
                case "date" -> LocalDate.parse(text);
                case "time" -> time(text);
                default -> DateTimeFormatter.ISO_DATE_TIME.parse(text);
            }
            return text;
        } catch (DateTimeException wrong) {
            throw spot.broken("workflow.form." + rules.subtype());
        }
    }

    private static void time(String text) {
        if (text.matches(".*(Z|[+-]\\d\\d:\\d\\d)$")) {
            OffsetTime.parse(text);
        } else {
            LocalTime.parse(text);
        }
    }

    private static Object option(Object value, Spot spot, List<Object> options) {
        return options.stream()
                .filter(option -> option != null && option.toString().equals(value.toString()))
                .findFirst()
                .orElseThrow(() -> spot.broken("workflow.form.option", shortened(value)));
    }

    private static List<Object> chosen(Object value, Spot spot, List<Object> options) {
        if (!(value instanceof List<?> values)) {
            throw spot.broken("workflow.form.option", shortened(value));
        }
        List<Object> chosen = new ArrayList<>();
        values.forEach(one -> chosen.add(option(one == null ? "" : one, spot, options)));
        return chosen.stream().distinct().toList();
    }

    private static String text(FormField field, Object value, Spot spot) {
        if (value instanceof Iterable || value instanceof java.util.Map) {
            throw spot.broken("workflow.form.text");
        }
        String text = value.toString();
        FormField.Rules rules = field.rules();
        int length = text.codePointCount(0, text.length());
        int most = rules.maxLength() != null ? rules.maxLength() : field.type().equals("textarea") ? TEXT : LINE;
        if (length > most) {
            throw spot.broken("workflow.form.maxLength", most, length);
        }
        if (rules.minLength() != null && length < rules.minLength()) {
            throw spot.broken("workflow.form.minLength", rules.minLength(), length);
        }
        if (!isPrintable(text, field.type().equals("textarea"))) {
            throw spot.broken("workflow.form.characters");
        }
        if (rules.pattern() != null
                && !Pattern.compile(rules.pattern()).matcher(text).find()) {
            throw spot.broken("workflow.form.pattern");
        }
        return text;
    }

    /** Half emoji and control characters cannot be stored or printed. */
    private static boolean isPrintable(String text, boolean lines) {
        return text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE
                        || (Character.isISOControl(point)
                                && !(lines && (point == '\n' || point == '\r' || point == '\t'))));
    }

    private static String shortened(Object value) {
        String text = value.toString();
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
