/**
 * What a house's conduct costs it in credit: entries made by recorded events and the station's table alone, told to the house,
 * open to appeal, in force for a time. The score of any day is a pure function of the entries.
 */
@ApplicationModule(
        allowedDependencies = {
            "breach",
            "identity",
            "nonconformity :: loop",
            "notice",
            "records :: ledger",
            "records :: official",
            "registry",
            "workflow",
            "workflow :: step"
        })
package org.jianzheng.credit;

import org.springframework.modulith.ApplicationModule;
