package org.jianzheng.breach.openwork;

import java.time.Instant;

/**
 * A case that is not finished, as far as qualifications are concerned.
 *
 * @param stage name of the stage it is in, as the list of cases knows it
 * @param received whether the laboratory has its sample
 */
public record OpenCase(
        String caseId,
        String commissionNo,
        String labCode,
        String item,
        String projectName,
        String sample,
        String stage,
        boolean received,
        Instant openedAt) {}
