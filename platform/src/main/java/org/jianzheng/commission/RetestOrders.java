package org.jianzheng.commission;

import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Item;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A commission that tests a failing report again: the same item of the same project, on double specimens. */
@Component
class RetestOrders {

    private final ObjectProvider<Retests> retests;

    RetestOrders(ObjectProvider<Retests> retests) {
        this.retests = retests;
    }

    Request linked(Asked asked, Request request) {
        String reportNo = asked.retestOf();
        if (reportNo.isEmpty()) {
            return request;
        }
        Retests.Wanted wanted = retests.getObject().wanted(reportNo);
        if (!wanted.projectCode().equals(request.projectCode())
                || !wanted.item().equals(request.item())) {
            throw RuleBroken.at("retestOf", "commission.retest.other", reportNo);
        }
        if (request.nature() != wanted.nature()) {
            throw RuleBroken.at(
                    "nature", "commission.retest.nature", wanted.nature().label());
        }
        if (asked.required("labCode").equals(wanted.otherThan())) {
            throw RuleBroken.at("labCode", "commission.retest.lab");
        }
        int fewest = Material.of(request.item()).fewestAgain();
        if (request.specimenCount() < fewest) {
            throw RuleBroken.at(
                    "specimenCount",
                    "commission.retest.few",
                    Item.of(request.item()).orElseThrow().label(),
                    fewest);
        }
        return request.retesting(reportNo, wanted.caseId());
    }
}
