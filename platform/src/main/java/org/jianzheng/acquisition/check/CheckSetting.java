package org.jianzheng.acquisition.check;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.warning.WarningSeverity;

/**
 * How a rule is set for a method.
 *
 * @param limits by name, as the rule asks for them
 */
record CheckSetting(String rule, boolean on, WarningSeverity severity, Map<String, BigDecimal> limits) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /** @throws IllegalStateException where the table leaves it out: no rule judges without its limit */
    BigDecimal limit(String name) {
        BigDecimal limit = limits.get(name);
        if (limit == null) {
            throw new IllegalStateException("smart check " + rule + " has no limit " + name);
        }
        return limit;
    }

    /** A limit in percent as the part of one. */
    BigDecimal part(String name) {
        return limit(name).divide(HUNDRED);
    }

    int whole(String name) {
        return limit(name).intValueExact();
    }

    /** @param evidence names and values in turn */
    CheckFinding finding(Object... evidence) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (int i = 0; i < evidence.length; i += 2) {
            figures.put((String) evidence[i], text(evidence[i + 1]));
        }
        return new CheckFinding(rule, severity, figures);
    }

    private static String text(Object value) {
        return value instanceof BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
