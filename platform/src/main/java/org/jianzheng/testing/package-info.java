/**
 * What the laboratory finds out: who tests a sample on which machine, what was read off it, what follows from that under
 * the standards. A raw record is never edited; a returned one is superseded by a further version and stays.
 */
@ApplicationModule(
        allowedDependencies = {
            "sampling",
            "commission",
            "qualification",
            "standards",
            "records",
            "notice",
            "workflow",
            "identity"
        })
package org.jianzheng.testing;

import org.springframework.modulith.ApplicationModule;
