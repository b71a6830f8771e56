package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.TypedNumber;

/** Reads single values. No binary float is let in, and nothing so long that computing with it would cost. */
public final class ScalarReader {

    private static final int LONGEST = 40;

    private ScalarReader() {}

    static BigDecimal decimal(String path, InputField field, Object value) {
        BigDecimal decimal = exact(path, value);
        requireBounds(path, field, decimal);
        return decimal;
    }

    private static BigDecimal exact(String path, Object value) {
        if (value instanceof String text) {
            return new TypedNumber(text).at(path, path);
        }
        if (value instanceof Reading reading) {
            return reading.value();
        }
        if (value instanceof BigDecimal decimal) {
            return shortEnough(path, decimal);
        }
        if (value instanceof BigInteger
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Short) {
            return shortEnough(path, new BigDecimal(value.toString()));
        }
        throw RuleBroken.at(path, "standards.input.number", shown(value));
    }

    // An exponent such as 1e999999999 is cheap to hold and ruinous to add: measure before touching it.
    private static BigDecimal shortEnough(String path, BigDecimal value) {
        long whole = (long) value.precision() - value.scale();
        if (value.precision() > LONGEST || value.scale() > LONGEST || whole > LONGEST) {
            throw RuleBroken.at(path, "standards.input.long", LONGEST);
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static void requireBounds(String path, InputField field, BigDecimal value) {
        InputField.Bounds bounds = field.bounds();
        if (bounds.above() != null && value.compareTo(bounds.above()) <= 0) {
            throw RuleBroken.at(path, "standards.input.above", plain(bounds.above()), plain(value));
        }
        if (bounds.from() != null && value.compareTo(bounds.from()) < 0) {
            throw RuleBroken.at(path, "standards.input.from", plain(bounds.from()), plain(value));
        }
        if (bounds.until() != null && value.compareTo(bounds.until()) > 0) {
            throw RuleBroken.at(path, "standards.input.until", plain(bounds.until()), plain(value), field.unit());
        }
        if (bounds.places() != null && value.stripTrailingZeros().scale() > bounds.places()) {
            throw RuleBroken.at(path, "standards.input.places", bounds.places(), plain(value));
        }
    }

    /** A word of the field's list; numbers are taken for their plain decimal form, so {@code 150} means {@code "150"}. */
    static String choice(String path, InputField field, Object value) {
        String word = value instanceof Number ? plain(exact(path, value).stripTrailingZeros()) : wordOf(path, value);
        if (!field.choices().contains(word)) {
            throw RuleBroken.at(path, "standards.input.choice", shown(word), String.join(", ", field.choices()));
        }
        return word;
    }

    private static String wordOf(String path, Object value) {
        if (value instanceof String word) {
            return word;
        }
        throw RuleBroken.at(path, "standards.input.word", shown(value));
    }

    static Boolean flag(String path, Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw RuleBroken.at(path, "standards.input.flag", shown(value));
    }

    /** A value fit to be quoted in a message. */
    public static String shown(Object value) {
        String text = String.valueOf(value);
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
