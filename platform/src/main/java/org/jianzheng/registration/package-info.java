/**
 * How entries come into the registries: applied for by an employer, approved by the station, each change kept for good
 * (4.2.2.3, 5.3.3).
 */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "notice",
            "records",
            "records :: evidence",
            "records :: ledger",
            "records :: official",
            "registry",
            "registry :: personal",
            "standards :: catalogue",
            "workflow",
            "workflow :: step",
            "workflow :: task"
        })
package org.jianzheng.registration;

import org.springframework.modulith.ApplicationModule;
