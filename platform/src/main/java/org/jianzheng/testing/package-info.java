/**
 * What the laboratory finds out: who tests a sample on which machine, what was read off it, what follows from that under
 * the standards. A raw record is never edited; a returned one is superseded by a further version and stays.
 */
@ApplicationModule(
        allowedDependencies = {
            "acquisition",
            "acquisition :: analysis",
            "acquisition :: curve",
            "acquisition :: drawing",
            "acquisition :: marking",
            "acquisition :: proven",
            "acquisition :: run",
            "breach :: openwork",
            "commission",
            "commission :: caselist",
            "environment",
            "gate",
            "identity",
            "manualentry",
            "notice",
            "records",
            "records :: ledger",
            "records :: number",
            "records :: official",
            "registry",
            "sampling",
            "standards",
            "standards :: catalogue",
            "standards :: evaluation",
            "warning",
            "workflow :: form",
            "workflow :: step",
            "workflow :: task"
        })
package org.jianzheng.testing;

import org.springframework.modulith.ApplicationModule;
