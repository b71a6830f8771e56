package org.jianzheng.acquisition.conformance;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.registry.Machine;

/**
 * A trial as far as it has come.
 *
 * @param software empty until the machine has begun
 * @param outcomes of the steps that it came to
 * @param asked the steps that are tried
 */
public record TrialView(
        Machine machine,
        String software,
        Map<ContractStep, StepOutcome> outcomes,
        Person by,
        Instant startedAt,
        boolean isEnded,
        Set<ContractStep> asked) {

    /** With those that were never come to, when it has ended. */
    public Map<ContractStep, StepOutcome> all() {
        Map<ContractStep, StepOutcome> all = new LinkedHashMap<>();
        asked.forEach(step ->
                all.put(step, outcomes.getOrDefault(step, isEnded ? StepOutcome.failed("never came to it") : null)));
        return all;
    }

    /** Whether every step was tried and kept. */
    public boolean isPassed() {
        return isEnded && all().values().stream().allMatch(StepOutcome::passed);
    }
}
