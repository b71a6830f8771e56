package org.jianzheng.commission;

import java.util.List;
import java.util.Set;
import org.jianzheng.commission.order.CommissionNature;

/** Whether a failing report may be tested again now, and how. Answered by the module that follows failing reports. */
public interface Retests {

    /**
     * @param caseId case of the commission that asks
     * @throws org.jianzheng.kernel.RuleBroken at {@code retestOf} when no re-test of that report is wanted now, or another
     *     is under way
     */
    Wanted wanted(String reportNo, String caseId);

    /** Re-tests that are wanted now, are not under way and may be commissioned by people of that employer, newest first. */
    List<Wanted> wantedOf(String employer);

    /** What failed in that report, in words; empty when there is no such failing report. */
    String failedIn(String reportNo);

    /** Reports of that project that did not pass, but for false alarms, newest first; not more than a few hundred. */
    List<Failing> failing(String developerCode, String projectCode);

    /** A report that did not pass, and its case. */
    record Failing(String reportNo, String caseId) {}

    /**
     * A re-test that is wanted.
     *
     * @param caseId case of the failing report
     * @param nature by whom it has to be commissioned
     * @param notBy laboratories that may not do it
     * @param pieces how many specimens its method takes; null for as many as a first test
     */
    record Wanted(String reportNo, String caseId, CommissionNature nature, Set<String> notBy, Integer pieces) {}
}
