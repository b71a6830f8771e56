package org.jianzheng.breach;

import org.jianzheng.gate.GateRule;
import org.jianzheng.gate.WorkStopped;

/**
 * A breach as it is found, before it is known whether it is open already.
 *
 * @param subject laboratory, item, person or machine
 * @param item null where it concerns every item
 * @param caseId one of the cases it was found in, or null
 */
public record FoundBreach(
        String labCode, GateRule rule, String subject, String item, String reason, Origin origin, String caseId) {

    /** Who found it. */
    public enum Origin {
        GATE,
        SWEEP
    }

    static FoundBreach of(WorkStopped stopped) {
        return new FoundBreach(
                stopped.labCode(),
                stopped.rule(),
                stopped.subject(),
                stopped.item(),
                stopped.reason(),
                Origin.GATE,
                stopped.caseId());
    }

    public String key() {
        return labCode + "|" + rule + "|" + subject;
    }
}
