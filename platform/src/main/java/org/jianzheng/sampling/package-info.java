/**
 * Samples and their specimens: marks, making and sealing, witnessing, delivery, scanning, receipt or refusal. One
 * aggregate, one custody chain; every time in it is the server's.
 */
@ApplicationModule(
        allowedDependencies = {
            "commission",
            "commission :: caselist",
            "gate",
            "identity",
            "notice",
            "printing",
            "records",
            "records :: evidence",
            "records :: ledger",
            "records :: nightly",
            "records :: number",
            "records :: official",
            "registry",
            "standards :: catalogue",
            "warning",
            "workflow",
            "workflow :: step",
            "workflow :: task"
        })
package org.jianzheng.sampling;

import org.springframework.modulith.ApplicationModule;
