package org.jianzheng.commission.caselist;

import java.time.Instant;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.standards.evaluation.Verdict;

/**
 * One case in a list.
 *
 * @param since when it came to this stage
 * @param place unit works and part
 * @param sampleNo the laboratory's number of its sample, or null
 * @param reportNo of the report that was issued last, or null
 * @param result of that report, or null
 * @param heldReason why nothing may be done in it, or null
 * @param overdueTask id of the user task whose time limit has passed, or null
 */
public record CaseView(
        String caseId,
        String commissionNo,
        CaseParties parties,
        String projectName,
        String place,
        String item,
        String sample,
        String sampleNo,
        String reportNo,
        Verdict result,
        CaseStage stage,
        Instant since,
        Instant openedAt,
        String overdueTask,
        String heldReason) {}
