package org.jianzheng.commission;

/** Whether a failing report may be tested again now, and how. Answered by the module that follows failing reports. */
public interface Retests {

    /**
     * @param caseId case of the commission that asks
     * @throws org.jianzheng.kernel.RuleBroken at {@code retestOf} when no re-test of that report is wanted now, or another
     *     is under way
     */
    Wanted wanted(String reportNo, String caseId);

    /**
     * A re-test that is wanted.
     *
     * @param caseId case of the failing report
     * @param nature by whom it has to be commissioned
     * @param otherThan laboratory that may not do it, or null
     * @param pieces how many specimens its method takes; null for as many as a first test
     */
    record Wanted(String caseId, String projectCode, String item, Nature nature, String otherThan, Integer pieces) {}
}
