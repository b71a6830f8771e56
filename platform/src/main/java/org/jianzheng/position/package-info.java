/**
 * Where samples are taken and witnessed (5.2.1, 5.3.2.1): the ground of each project as the station drew it, the positions that
 * people's records came from, and warnings of those that cannot be true. A position refuses nothing: phones err.
 */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "records",
            "records :: ledger",
            "records :: official",
            "registry",
            "sampling :: event",
            "warning"
        })
package org.jianzheng.position;

import org.springframework.modulith.ApplicationModule;
