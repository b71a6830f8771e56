package org.jianzheng.identity;

/**
 * May the acting person know of this case? Answered by the module that owns cases; asked before every request under
 * {@code /cases/{caseId}} and {@code /api/cases/{caseId}}, which is a 404 otherwise.
 */
public interface CaseVisibility {

    boolean visible(String caseId);
}
