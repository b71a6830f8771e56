/**
 * The loop of a failing report: opened by the signature itself, closed by the station alone. Who was told, what was done with
 * the material, who checked it, what is overdue; the register of nonconformities and the supervisors' board.
 */
@ApplicationModule(
        allowedDependencies = {
            "reporting",
            "testing",
            "commission",
            "qualification",
            "qualification :: breach",
            "standards",
            "notice",
            "records",
            "workflow",
            "identity"
        })
package org.jianzheng.nonconformity;

import org.springframework.modulith.ApplicationModule;
