package org.jianzheng.commission;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.commission.order.CommissionRequest;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.policy.Policies;
import org.jianzheng.standards.catalogue.LeftOpen;
import org.jianzheng.standards.catalogue.TestItem;
import org.springframework.stereotype.Component;

/**
 * Which of the values that standards leave open an accepted order is judged by: what its laboratory follows that day. A test
 * that is done again is judged as the first was, whoever does it: a choice in between must not turn a failure into a pass.
 */
@Component
class PolicyOfOrder {

    private final CommissionStore store;
    private final OrderProof proof;
    private final Policies policies;

    PolicyOfOrder(CommissionStore store, OrderProof proof, Policies policies) {
        this.store = store;
        this.proof = proof;
        this.policies = policies;
    }

    Map<String, String> of(Commission commission, LocalDate day) {
        CommissionRequest asked = commission.request();
        TestItem item = asked.order().item();
        return asked.retestCaseId() == null
                ? policies.followed(commission.parties().labCode(), item, day)
                : original(asked.retestCaseId()).orElseGet(() -> LeftOpen.usual(item));
    }

    private Optional<Map<String, String>> original(String caseId) {
        Commission original = store.findById(caseId).orElseThrow(() -> new NotFound("commission.case.unknown", caseId));
        proof.requireAccepted(original);
        return original.policies();
    }
}
