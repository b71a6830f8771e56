package org.jianzheng.workflow.diagram;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.workflow.diagram.StepRule.Lack;
import org.jianzheng.workflow.diagram.StepRule.Outcome;

/** A Step as a diagram calls it; each way there is worked out once. */
final class StepCall {

    private final StepRule rule;
    private final Set<String> texts;
    private final Map<Stages, Optional<Lack>> lacks = new HashMap<>();
    private final Map<Stages, List<Outcome>> outcomes = new HashMap<>();

    /** @param texts what it is called with, but for variables */
    StepCall(StepRule rule, Set<String> texts) {
        this.rule = rule;
        this.texts = texts;
    }

    boolean needs() {
        return !rule.needs().isEmpty();
    }

    Optional<Lack> lack(Stages stages) {
        return lacks.computeIfAbsent(stages, rule::lack);
    }

    List<Outcome> outcomes(Stages before) {
        return outcomes.computeIfAbsent(before, stages -> rule.outcomes(stages, texts));
    }
}
