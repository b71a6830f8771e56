package org.jianzheng.workflow.decision;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;

/** One version of a table, with what it has answered so far. */
final class DecisionTable {

    /** Facts repeat: a rule, a point, a material. Where they do not, remembering more would only cost memory. */
    private static final int REMEMBERED = 10_000;

    private final String id;
    private final DmnEngine engine;
    private final DmnDecision decision;
    private final Map<Map<String, ?>, List<Map<String, Object>>> answers = new ConcurrentHashMap<>();

    DecisionTable(String id, DmnEngine engine, DmnDecision decision) {
        this.id = id;
        this.engine = engine;
        this.decision = decision;
    }

    String id() {
        return id;
    }

    List<Map<String, Object>> decide(Map<String, ?> facts) {
        List<Map<String, Object>> answered = answers.get(facts);
        return answered == null ? work(new HashMap<>(facts)) : answered;
    }

    private List<Map<String, Object>> work(Map<String, Object> facts) {
        List<Map<String, Object>> answer = engine.evaluateDecisionTable(decision, facts).getResultList().stream()
                .map(Collections::unmodifiableMap)
                .toList();
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        answers.put(facts, answer);
        return answer;
    }
}
