/**
 * The test report: drafted from a finished test, reviewed, signed and sealed by three people, numbered without gaps, and
 * provable to anyone who scans its code or holds its file.
 */
@ApplicationModule(
        allowedDependencies = {
            "testing",
            "testing :: correction",
            "sampling",
            "commission",
            "qualification",
            "standards",
            "records",
            "notice",
            "workflow",
            "identity"
        })
package org.jianzheng.reporting;

import org.springframework.modulith.ApplicationModule;
