/**
 * What is kept of a finished case: its documents by their fingerprints and the path it took, for six years, or twenty where
 * the structure stands on it. Entries are only ever added.
 */
@ApplicationModule(
        allowedDependencies = {
            "commission",
            "commission :: caselist",
            "identity",
            "records :: ledger",
            "records :: official",
            "reporting",
            "reporting :: report",
            "sampling",
            "standards :: catalogue",
            "standards :: evaluation",
            "testing",
            "testing :: order",
            "testing :: procedure",
            "workflow",
            "workflow :: step"
        })
package org.jianzheng.archive;

import org.springframework.modulith.ApplicationModule;
