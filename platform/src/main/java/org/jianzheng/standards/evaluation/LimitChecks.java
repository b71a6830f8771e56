package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jianzheng.standards.evaluation.StandardTable.Row;

/** Rounded values against their limits, one after the other; remembers which items failed, in that order. */
public record LimitChecks(AnswerSheet sheet, String standard, List<String> failed) {

    public LimitChecks(AnswerSheet sheet, String standard) {
        this(sheet, standard, new ArrayList<>());
    }

    public void atLeast(String item, String member, BigDecimal value, BigDecimal least, String unit) {
        check(item, member, value, ">=", least, unit, value.compareTo(least) >= 0);
    }

    public void atMost(String item, String member, BigDecimal value, BigDecimal most, String unit) {
        check(item, member, value, "<=", most, unit, value.compareTo(most) <= 0);
    }

    /** Between {@code from} and {@code to} of the row, both included, empty = open. */
    public void within(String item, String member, BigDecimal value, Row limits, String unit) {
        Optional<BigDecimal> from = limits.findDecimal("from");
        Optional<BigDecimal> to = limits.findDecimal("to");
        boolean both = from.isPresent() && to.isPresent();
        from.ifPresent(least -> sheet.limit(both ? member + ".low" : member, ">=", least, unit, standard));
        to.ifPresent(most -> sheet.limit(both ? member + ".high" : member, "<=", most, unit, standard));
        sheet.put(member, value);
        boolean low = from.isPresent() && value.compareTo(from.get()) < 0;
        boolean high = to.isPresent() && value.compareTo(to.get()) > 0;
        if (low || high) {
            failed.add(item);
        }
    }

    private void check(
            String item, String member, BigDecimal value, String relation, BigDecimal limit, String unit, boolean met) {
        sheet.put(member, value).limit(member, relation, limit, unit, standard);
        if (!met) {
            failed.add(item);
        }
    }

    public Evaluation done() {
        return sheet.put("failed", failed).verdict(Verdict.of(failed.isEmpty()));
    }
}
