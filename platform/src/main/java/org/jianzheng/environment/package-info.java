/**
 * Rooms that specimens are cured and tested in: their limits by the standards, what sensors measured there, gaps and
 * excursions as warnings that name the samples that lay there (4.1.10, 5.4.7).
 */
@ApplicationModule(
        allowedDependencies = {
            "acquisition :: sensor",
            "identity",
            "records",
            "records :: ledger",
            "records :: nightly",
            "records :: official",
            "registry",
            "warning"
        })
package org.jianzheng.environment;

import org.springframework.modulith.ApplicationModule;
