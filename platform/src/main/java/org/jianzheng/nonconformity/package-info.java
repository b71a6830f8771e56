/**
 * The loop of a failing report: opened by the signature itself, closed by the station alone. Who was told, what was done with
 * the material, who checked it, what is overdue; the register of nonconformities and the supervisors' board.
 */
@ApplicationModule(
        allowedDependencies = {
            "breach",
            "commission",
            "commission :: caselist",
            "commission :: order",
            "identity",
            "notice",
            "printing",
            "records :: evidence",
            "records :: ledger",
            "records :: official",
            "reporting",
            "reporting :: report",
            "reporting :: verifying",
            "standards :: catalogue",
            "standards :: evaluation",
            "testing",
            "testing :: order",
            "testing :: procedure",
            "workflow",
            "workflow :: step"
        })
package org.jianzheng.nonconformity;

import org.springframework.modulith.ApplicationModule;
