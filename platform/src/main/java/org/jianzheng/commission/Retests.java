package org.jianzheng.commission;

/** Whether a failing report may be tested again now, and how. Answered by the module that follows failing reports. */
public interface Retests {

    /** @throws org.jianzheng.kernel.RuleBroken at {@code retestOf} when no re-test of that report is wanted now */
    Wanted wanted(String reportNo);

    /**
     * A re-test that is wanted.
     *
     * @param caseId case of the failing report
     * @param nature by whom it has to be commissioned
     * @param otherThan laboratory that may not do it, or null
     */
    record Wanted(String caseId, String projectCode, String item, Nature nature, String otherThan) {}
}
