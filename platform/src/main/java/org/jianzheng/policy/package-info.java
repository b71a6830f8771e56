/**
 * What standards leave open (D1 to D17): the station permits values, a laboratory follows one of them by the proposal of its
 * administrator and the approval of its technical head, from a day that lies ahead. What is followed on the day of acceptance
 * is copied to the order, and judges it whatever is chosen later.
 */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "notice",
            "records :: ledger",
            "records :: official",
            "registry",
            "standards",
            "standards :: catalogue"
        })
package org.jianzheng.policy;

import org.springframework.modulith.ApplicationModule;
