package org.jianzheng.standards.evaluation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.SoftwareVersion;

/** Collects the answer of one evaluation in its wire form. */
public final class AnswerSheet {

    private final String method;
    private final Map<String, Object> outcome = new LinkedHashMap<>();
    private final Map<String, Object> decisions = new LinkedHashMap<>();
    private final Map<String, Object> limits = new LinkedHashMap<>();

    public AnswerSheet(Method method) {
        this.method = method.name();
        Editions.of(this.method).forEach(decisions::put);
        decide("software", "jianzheng " + SoftwareVersion.text());
        decide("D1", "EXACT_DECIMALS");
        decide("D2", "GBT8170_HALF_EVEN");
    }

    public AnswerSheet put(String member, Object value) {
        outcome.put(member, wire(value));
        return this;
    }

    /** @param value null where there is none */
    public AnswerSheet representative(BigDecimal value) {
        return put(Evaluation.REPRESENTATIVE, value);
    }

    public AnswerSheet decide(String question, Object choice) {
        decisions.put(question, wire(choice));
        return this;
    }

    /** @param relation {@code >=}, {@code <=} or {@code +-} */
    public AnswerSheet limit(String item, String relation, BigDecimal value, String unit, String standard) {
        Map<String, Object> limit = new LinkedHashMap<>();
        limit.put("relation", relation);
        limit.put("value", value.toPlainString());
        limit.put("unit", unit);
        limit.put("standard", standard);
        limits.put(item, limit);
        return this;
    }

    public Evaluation verdict(Verdict verdict) {
        outcome.put("verdict", verdict.name());
        return new Evaluation(method, outcome, verdict, decisions, limits);
    }

    /** For a method that measures and does not judge. */
    public Evaluation unjudged() {
        return new Evaluation(method, outcome, null, decisions, limits);
    }

    private static Object wire(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value instanceof Enum<?> word) {
            return word.name();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(AnswerSheet::wire).toList();
        }
        return value;
    }
}
