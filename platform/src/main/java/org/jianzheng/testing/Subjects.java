package org.jianzheng.testing;

import org.jianzheng.commission.CommissionView;
import org.jianzheng.commission.Commissions;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.springframework.stereotype.Component;

/** Takes from commission and sample what the laboratory may know before it has tested. */
@Component
class Subjects {

    private final Commissions commissions;
    private final Sampling sampling;
    private final TestStore store;

    Subjects(Commissions commissions, Sampling sampling, TestStore store) {
        this.commissions = commissions;
        this.sampling = sampling;
        this.store = store;
    }

    Subject of(String caseId) {
        CommissionView commission = commissions.find(caseId);
        SampleView sample = sampling.sample(caseId);
        SampleView.Handling received = sample.received();
        return new Subject(
                caseId,
                commission.parties(),
                Family.valueOf(commission.family()),
                commission.item(),
                commission.itemName(),
                sample.sampleNo(),
                commission.sampleName(),
                commission.grade(),
                commission.spec(),
                commission.details(),
                sample.specimens().size(),
                commission.madeOn(),
                commission.ageDays(),
                commission.curingText(),
                received == null ? null : received.username(),
                received == null ? null : received.at(),
                first(commission));
    }

    // Whoever disputes a result has the test done over by others; only what the standard doubles builds on the first.
    private FirstTest first(CommissionView commission) {
        if (commission.retestCaseId() == null || !commission.servesForAcceptance()) {
            return null;
        }
        return store.results(commission.retestCaseId()).stream()
                .findFirst()
                .filter(result -> result.conclusion().equals("RETEST"))
                .map(result -> FirstTest.of(result.finding()))
                .orElse(null);
    }
}
