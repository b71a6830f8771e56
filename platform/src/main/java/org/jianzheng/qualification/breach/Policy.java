package org.jianzheng.qualification.breach;

import java.util.Map;
import org.jianzheng.qualification.GateRule;
import org.jianzheng.workflow.AsksDecision;
import org.jianzheng.workflow.Decisions;
import org.springframework.stereotype.Component;

/** Asks the station's table how a breach is to be treated. */
@Component
@AsksDecision(
        value = Policy.TABLE,
        given = {"rule", "repeats"},
        answers = {"minimum", "explainDays", "correctDays", "appealDays", "informAdmin"})
class Policy {

    static final String TABLE = "breach-policy";

    private final Decisions decisions;

    Policy(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @param repeats how often the same rule was broken within twelve months before */
    Terms of(GateRule rule, int repeats) {
        Map<String, Object> said = decisions.decide(TABLE, Map.of("rule", rule.name(), "repeats", repeats)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(TABLE + " says nothing about " + rule + ", " + repeats));
        return new Terms(
                repeats,
                Sanction.valueOf(String.valueOf(said.get("minimum"))),
                days(said, "explainDays"),
                days(said, "correctDays"),
                days(said, "appealDays"),
                Boolean.TRUE.equals(said.get("informAdmin")));
    }

    private static int days(Map<String, Object> said, String name) {
        return ((Number) said.get(name)).intValue();
    }
}
