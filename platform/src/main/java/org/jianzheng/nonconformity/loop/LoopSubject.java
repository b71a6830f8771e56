package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Embeddable;
import org.jianzheng.commission.caselist.CaseView;

/** What the failing report is about, and what it concludes: FAIL, or RETEST where the standard lets it be tested again. */
@Embeddable
record LoopSubject(
        String commissionNo, String projectName, String place, String item, String sample, String conclusion) {

    static LoopSubject of(CaseView commissioned, String conclusion) {
        return new LoopSubject(
                commissioned.commissionNo(),
                commissioned.projectName(),
                commissioned.place(),
                commissioned.item(),
                commissioned.sample(),
                conclusion);
    }
}
