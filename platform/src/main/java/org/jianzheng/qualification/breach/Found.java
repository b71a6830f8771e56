package org.jianzheng.qualification.breach;

import org.jianzheng.qualification.GateRule;

/**
 * A breach as it is found, before it is known whether it is open already.
 *
 * @param subject laboratory, item, person or machine
 * @param item null where it concerns every item
 * @param caseId one of the cases it was found in, or null
 */
public record Found(
        String labCode, GateRule rule, String subject, String item, String reason, Origin origin, String caseId) {

    /** Who found it. */
    public enum Origin {
        GATE,
        SWEEP
    }

    String key() {
        return labCode + "|" + rule + "|" + subject;
    }
}
