package org.jianzheng.workflow;

import java.util.List;
import java.util.Map;
import org.jianzheng.workflow.decision.DecisionTables;
import org.jianzheng.workflow.step.AsksDecision;
import org.springframework.stereotype.Service;

/**
 * The station's policy: decision tables it may change by deploying them, such as {@code processes/gate-severity.dmn}. What
 * the standards fix is not policy and not here. Whoever asks says so with {@link AsksDecision}, so that a table that does
 * not fit is refused before it is deployed.
 */
@Service
public class Decisions {

    private final DecisionTables tables;

    Decisions(DecisionTables tables) {
        this.tables = tables;
    }

    /**
     * What the newest deployed version of the table answers. The same facts are looked up, not worked out again, until
     * another version is deployed.
     *
     * @param facts texts, whole numbers and booleans; decimals as text, because a table would make binary doubles of them
     * @return the outputs of the rules that apply, by name, in the table's order; empty where none applies
     */
    public List<Map<String, Object>> decide(String decisionKey, Map<String, ?> facts) {
        return tables.decide(decisionKey, facts);
    }
}
