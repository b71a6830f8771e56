/**
 * Who commissions which test of what, at which laboratory: commissions from the request through the laboratory's contract
 * review to their number. Owns the list of cases and the page of one case, and knows who may see it.
 */
@ApplicationModule(
        allowedDependencies = {
            "breach :: openwork",
            "gate",
            "identity",
            "policy",
            "printing",
            "records",
            "records :: ledger",
            "records :: number",
            "records :: official",
            "registry",
            "standards",
            "standards :: catalogue",
            "standards :: evaluation",
            "workflow",
            "workflow :: form",
            "workflow :: step",
            "workflow :: task"
        })
package org.jianzheng.commission;

import org.springframework.modulith.ApplicationModule;
