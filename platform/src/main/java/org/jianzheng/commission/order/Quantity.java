package org.jianzheng.commission.order;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a sample stands for, as a number with its unit: {@code 75 t}. */
record Quantity(BigDecimal number, String unit) {

    private static final Pattern TEXT = Pattern.compile("\\s*(\\d{1,9}(?:\\.\\d{1,3})?)\\s*(\\D\\S*)\\s*");

    /** Empty where the text is no positive number with a unit. */
    static Optional<Quantity> of(String text) {
        Matcher read = TEXT.matcher(text);
        return read.matches()
                ? Optional.of(new Quantity(new BigDecimal(read.group(1)), read.group(2)))
                        .filter(quantity -> quantity.number.signum() > 0)
                : Optional.empty();
    }
}
