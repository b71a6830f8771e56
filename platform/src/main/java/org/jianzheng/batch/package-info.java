/**
 * Evaluation of concrete and mortar batches from the groups that a project's own reports prove. What is evaluated is kept with
 * every group that was left out; a later evaluation takes an earlier one's place and says why, and none is ever removed.
 */
@ApplicationModule(
        allowedDependencies = {
            "commission :: order",
            "identity",
            "records :: ledger",
            "records :: number",
            "records :: official",
            "printing",
            "registry",
            "reporting",
            "reporting :: report",
            "standards",
            "standards :: evaluation"
        })
package org.jianzheng.batch;

import org.springframework.modulith.ApplicationModule;
