package org.jianzheng.identity;

/**
 * May the acting person know of this case? Answered by each module that starts cases, for its own; asked before every
 * request under {@code /cases/{caseId}} and {@code /api/cases/{caseId}}, which is a 404 unless one of them says yes.
 */
public interface CaseVisibility {

    /** False too for cases of other modules. */
    boolean visible(String caseId);

    /** Path of the page that tells the story of a case it has said yes to. */
    default String page(String caseId) {
        return pageOf(caseId);
    }

    /** Where every case can be asked for, whatever it is about. */
    static String pageOf(String caseId) {
        return "/cases/" + caseId;
    }
}
