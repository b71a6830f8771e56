/**
 * What is kept of a finished case: its documents by their fingerprints and the path it took, for six years, or twenty where
 * the structure stands on it. Entries are only ever added.
 */
@ApplicationModule(
        allowedDependencies = {
            "reporting",
            "testing",
            "sampling",
            "commission",
            "qualification",
            "standards",
            "records",
            "workflow",
            "identity"
        })
package org.jianzheng.archive;

import org.springframework.modulith.ApplicationModule;
