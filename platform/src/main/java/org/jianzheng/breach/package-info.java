/**
 * Breaches of qualification: found by the gate or the nightly sweep, explained, decided, corrected and closed (4.1.11, 5.3.3);
 * until then items may be suspended.
 */
@ApplicationModule(
        allowedDependencies = {
            "gate",
            "identity",
            "notice",
            "records",
            "records :: evidence",
            "records :: ledger",
            "records :: number",
            "records :: official",
            "registry",
            "standards :: catalogue",
            "workflow",
            "workflow :: step",
            "workflow :: task"
        })
package org.jianzheng.breach;

import org.springframework.modulith.ApplicationModule;
