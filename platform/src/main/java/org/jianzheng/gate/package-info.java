/**
 * May this laboratory, this person, this machine do this item on this day: always with reasons, whose severity the station
 * sets. Answers from the registries as they stand now, keeps what it warned of, and tells what it stopped.
 */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "records",
            "records :: ledger",
            "records :: official",
            "registry",
            "standards :: catalogue",
            "workflow",
            "workflow :: step"
        })
package org.jianzheng.gate;

import org.springframework.modulith.ApplicationModule;
