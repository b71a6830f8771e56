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

    Subjects(Commissions commissions, Sampling sampling) {
        this.commissions = commissions;
        this.sampling = sampling;
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
                received == null ? null : received.at());
    }
}
