package org.jianzheng.breach;

import java.util.Map;
import org.jianzheng.gate.GateRule;
import org.jianzheng.workflow.Decisions;
import org.jianzheng.workflow.step.AsksDecision;
import org.springframework.stereotype.Component;

/** Asks the station's table how a breach is to be treated. */
@Component
@AsksDecision(
        value = BreachPolicy.TABLE,
        given = {"rule", "repeats"},
        answers = {"minimum", "explainDays", "correctDays", "appealDays", "informAdmin"})
class BreachPolicy {

    static final String TABLE = "breach-policy";

    private final Decisions decisions;

    BreachPolicy(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param repeats how often the same rule was broken within twelve months before */
    BreachTerms of(GateRule rule, int repeats) {
        Map<String, Object> said = decisions.decide(TABLE, Map.of("rule", rule.name(), "repeats", repeats)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(TABLE + " says nothing about " + rule + ", " + repeats));
        return new BreachTerms(
                repeats,
                BreachSanction.valueOf(String.valueOf(said.get("minimum"))),
                days(said, "explainDays"),
                days(said, "correctDays"),
                days(said, "appealDays"),
                Boolean.TRUE.equals(said.get("informAdmin")));
    }

    private static int days(Map<String, Object> said, String name) {
        return ((Number) said.get(name)).intValue();
    }
}
