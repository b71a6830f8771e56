/**
 * The test report: drafted from a finished test, reviewed, signed and sealed by three people, numbered without gaps, and
 * provable to anyone who scans its code or holds its file.
 */
@ApplicationModule(
        allowedDependencies = {
            "acquisition :: drawing",
            "acquisition :: marking",
            "acquisition :: proven",
            "acquisition :: run",
            "commission",
            "commission :: caselist",
            "gate",
            "identity",
            "notice",
            "records",
            "records :: evidence",
            "records :: ledger",
            "records :: nightly",
            "records :: number",
            "records :: official",
            "records :: seal",
            "records :: token",
            "printing",
            "registry",
            "sampling",
            "standards",
            "standards :: catalogue",
            "standards :: evaluation",
            "testing",
            "testing :: correction",
            "testing :: order",
            "testing :: procedure",
            "workflow",
            "workflow :: step"
        })
package org.jianzheng.reporting;

import org.springframework.modulith.ApplicationModule;
