package org.jianzheng.nonconformity;

import jakarta.persistence.Embeddable;
import org.jianzheng.commission.CaseView;

/** What the failing report is about, and what it concludes: FAIL, or RETEST where the standard lets it be tested again. */
@Embeddable
record About(String commissionNo, String projectName, String place, String item, String sample, String conclusion) {

    static About of(CaseView commissioned, String conclusion) {
        return new About(
                commissioned.commissionNo(),
                commissioned.projectName(),
                commissioned.place(),
                commissioned.item(),
                commissioned.sample(),
                conclusion);
    }
}
