package org.jianzheng.acquisition.run;

import java.math.BigDecimal;
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
        int pieces,
        Expected expected) {

    /**
     * What its curve is checked by; each null where the item has none.
     *
     * @param areaMm2 by which force becomes strength
     * @param nominalMpa the strength of the grade
     * @param bandUntilKn up to which force the loading rate is kept; null: to the peak
     */
    public record Expected(BigDecimal areaMm2, BigDecimal nominalMpa, BigDecimal bandUntilKn) {}
}
