package org.jianzheng.commission;

import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Item;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A commission that tests a failing report again: the same item of the same project, on as many pieces as its method says. */
@Component
class RetestOrders {

    private final ObjectProvider<Retests> retests;

    RetestOrders(ObjectProvider<Retests> retests) {
        this.retests = retests;
    }

    Request linked(String caseId, Asked asked, Request request) {
        String reportNo = asked.retestOf();
        if (reportNo.isEmpty()) {
            return request;
        }
        Retests.Wanted wanted = retests.getObject().wanted(reportNo, caseId);
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
        return request.retesting(reportNo, wanted.caseId(), pieces(asked, request, wanted));
    }

    // What failed is tested on as many as the method says: fewer prove nothing, more invite picking.
    private static int pieces(Asked asked, Request request, Retests.Wanted wanted) {
        int pieces = wanted.pieces() == null ? Material.of(request.item()).fewest(request.details()) : wanted.pieces();
        int count = asked.form().integer("specimenCount").orElse(pieces);
        if (count != pieces) {
            String item = Item.of(request.item()).orElseThrow().label();
            throw RuleBroken.at("specimenCount", "commission.retest.pieces", item, pieces, count);
        }
        return pieces;
    }
}
