package org.jianzheng.nonconformity.loop;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.standards.evaluation.Verdict;

/** What the failing report is about, and what it concludes: FAIL, or RETEST where the standard lets it be tested again. */
@Embeddable
record LoopSubject(
        String commissionNo,
        String projectName,
        String place,
        String item,
        String sample,
        @Enumerated(EnumType.STRING) Verdict conclusion) {

    static LoopSubject of(CaseView commissioned, Verdict conclusion) {
        return new LoopSubject(
                commissioned.commissionNo(),
                commissioned.projectName(),
                commissioned.place(),
                commissioned.item(),
                commissioned.sample(),
                conclusion);
    }
}
