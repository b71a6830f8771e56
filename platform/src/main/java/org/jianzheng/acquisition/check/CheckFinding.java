package org.jianzheng.acquisition.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.warning.WarningSeverity;

/**
 * What a rule found.
 *
 * @param evidence the figures it rests on by name, in the order in which the sentence of the messages takes them
 */
public record CheckFinding(String rule, WarningSeverity severity, Map<String, String> evidence) {

    public CheckFinding {
        evidence = Collections.unmodifiableMap(new LinkedHashMap<>(evidence));
    }

    /** Whether it is about the laboratory, not about the run at which it was found. */
    public boolean ofLaboratory() {
        return rule.equals(ScatterTooSmall.NAME);
    }

    /** Key of the sentence. */
    public String messageKey() {
        return "acquisition.check." + rule;
    }

    /** What the sentence is filled with. */
    public Object[] arguments() {
        return evidence.values().toArray();
    }
}
