package org.jianzheng.standards;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Rounded values against their limits, one after the other; remembers which items failed, in that order. */
record Checks(Sheet sheet, String standard, List<String> failed) {

    Checks(Sheet sheet, String standard) {
        this(sheet, standard, new ArrayList<>());
    }

    void atLeast(String item, String member, BigDecimal value, BigDecimal least, String unit) {
        check(item, member, value, ">=", least, unit, value.compareTo(least) >= 0);
    }

    void atMost(String item, String member, BigDecimal value, BigDecimal most, String unit) {
        check(item, member, value, "<=", most, unit, value.compareTo(most) <= 0);
    }

    private void check(
            String item, String member, BigDecimal value, String relation, BigDecimal limit, String unit, boolean met) {
        sheet.put(member, value).limit(member, relation, limit, unit, standard);
        if (!met) {
            failed.add(item);
        }
    }

    Evaluation done() {
        return sheet.put("failed", failed).verdict(Method.verdict(failed.isEmpty()));
    }
}
