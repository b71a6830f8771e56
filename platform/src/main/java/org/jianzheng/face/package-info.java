/**
 * Whether who stands in the photo of a record from the site is who signed it (7.1.2): portraits that people enrol with their
 * consent, the comparison by program or by a person, what was found and who said so. A comparison refuses nothing alone.
 */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "records",
            "records :: evidence",
            "records :: ledger",
            "records :: official",
            "registry",
            "registry :: personal",
            "sampling :: event",
            "sampling :: photo",
            "warning"
        })
package org.jianzheng.face;

import org.springframework.modulith.ApplicationModule;
