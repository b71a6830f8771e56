/**
 * What testing machines send by themselves: streams of chunks over MQTT, runs, sealed force-time curves, live view and
 * replay, smart checks. What arrives is kept as it came; a sealed curve never changes again (4.1.7, 5.4.7, 5.5).
 */
@ApplicationModule(
        allowedDependencies = {
            "gate",
            "identity",
            "records",
            "records :: evidence",
            "records :: ledger",
            "records :: nightly",
            "records :: official",
            "records :: token",
            "registry",
            "standards",
            "standards :: catalogue",
            "standards :: evaluation",
            "warning"
        })
package org.jianzheng.acquisition;

import org.springframework.modulith.ApplicationModule;
