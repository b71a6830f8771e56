package org.jianzheng.standards.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a method made of its inputs, with everything needed to make it again.
 *
 * @param outcome members of the wire answer, in their order: decimals as strings with the places the standard asks for,
 *     counts and indexes as integers, {@code verdict} included where there is one; values may be null
 * @param verdict null where the method passes no judgement
 * @param decisions the choices D1 to D10 that applied, the standards with their editions, the software version
 * @param limits by item: {@code relation}, {@code value}, {@code unit}, {@code standard}
 */
public record Evaluation(
        String method,
        Map<String, Object> outcome,
        Verdict verdict,
        Map<String, Object> decisions,
        Map<String, Object> limits) {

    /** 代表值 among the members of the outcome. */
    public static final String REPRESENTATIVE = "resultMpa";

    public Evaluation {
        outcome = copy(outcome);
        decisions = copy(decisions);
        limits = copy(limits);
    }

    // Map.copyOf would lose the order and refuse the nulls that say "no result".
    private static Map<String, Object> copy(Map<String, Object> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
