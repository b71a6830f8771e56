package org.jianzheng.kernel;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody filled a form with, read by field. The form's own rules (required, longest, least) are checked before a
 * Step sees it; this only reads types, and refuses what is no date or number by naming the field.
 */
public record FormValues(Map<String, ?> values) {

    private static final int SHOWN = 40;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 9999;

    /** Stripped text without what nobody sees; empty for a field left empty. */
    public String text(String field) {
        Object value = values.get(field);
        return value == null ? "" : KeyText.visible(value.toString());
    }

    /** The same for a field that this Step cannot do without. */
    public String required(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            throw RuleBroken.at(field, "kernel.form.empty");
        }
        return text;
    }

    /** The same of at most so many characters. */
    public String required(String field, int longest) {
        required(field);
        return text(field, longest);
    }

    /** What somebody gives as the reason of an act that has no form: at most so many characters, and not nothing. */
    public static String reason(String typed, int longest) {
        return new FormValues(Map.of("reason", typed == null ? "" : typed)).required("reason", longest);
    }

    /** One of these words and no other: a decision nobody knows decides nothing. */
    public String choice(String field, String... allowed) {
        String text = required(field);
        if (!List.of(allowed).contains(text)) {
            throw RuleBroken.at(
                    field, "kernel.form.choice", text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text);
        }
        return text;
    }

    /** At most so many characters; emoji count as one. */
    public String text(String field, int longest) {
        String text = text(field);
        int length = text.codePointCount(0, text.length());
        if (length > longest) {
            throw RuleBroken.at(field, "kernel.form.long", length, longest);
        }
        return text;
    }

    public boolean checked(String field) {
        return Boolean.parseBoolean(text(field));
    }

    public Optional<Integer> integer(String field) {
        return decimal(field).map(value -> {
            try {
                return value.intValueExact();
            } catch (ArithmeticException e) {
                throw RuleBroken.at(field, "kernel.form.whole", value);
            }
        });
    }

    /** With the digits that were typed. */
    public Optional<BigDecimal> decimal(String field) {
        String text = text(field);
        return text.isEmpty() ? Optional.empty() : Optional.of(new TypedNumber(text).at(field, field));
    }

    public Optional<LocalDate> date(String field) {
        String text = text(field);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(within(LocalDate.parse(text)));
        } catch (DateTimeException e) {
            throw RuleBroken.at(field, "kernel.form.date", text);
        }
    }

    /** A moment; one without offset is the city's time. */
    public Optional<Instant> instant(String field) {
        String text = text(field);
        try {
            if (text.isEmpty()) {
                return Optional.empty();
            }
            Instant moment = moment(text);
            within(LocalDate.ofInstant(moment, CityTime.ZONE));
            return Optional.of(moment);
        } catch (DateTimeException e) {
            throw RuleBroken.at(field, "kernel.form.date", text);
        }
    }

    // Years that calendars on paper have; others fit into no register.
    private static LocalDate within(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw new DateTimeException("Year " + day.getYear());
        }
        return day;
    }

    private static Instant moment(String text) {
        boolean offset = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)");
        return offset
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDateTime.parse(text).atZone(CityTime.ZONE).toInstant();
    }
}
