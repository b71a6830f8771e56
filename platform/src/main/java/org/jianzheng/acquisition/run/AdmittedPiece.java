package org.jianzheng.acquisition.run;

import org.jianzheng.identity.CaseParties;

/**
 * A piece of a specimen that may be tested now.
 *
 * @param mark the specimen's
 * @param position of the specimen in its sample, from 1
 * @param method what is tested, {@code concrete-cube}
 * @param stage of the raw record that the test is for
 * @param pieces how many tests of that method one specimen takes: the two halves of a prism are two
 */
public record AdmittedPiece(
        String caseId,
        CaseParties parties,
        String sampleNo,
        String mark,
        int position,
        String method,
        String stage,
        int pieces) {}
