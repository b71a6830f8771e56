/**
 * 人工录入: when a force may be typed that a machine would have sent by itself (4.1.7, 4.1.10), on whose word, and where it
 * was done. Where no machine sends, and the station wants none to, forces are typed; else that takes a waiver of the station,
 * or the ordered machine out of order and the technical head's word for that day, which the station is told.
 */
@ApplicationModule(
        allowedDependencies = {
            "acquisition :: login",
            "identity",
            "notice",
            "records",
            "records :: ledger",
            "records :: number",
            "records :: official",
            "registry",
            "standards :: catalogue",
            "warning"
        })
package org.jianzheng.manualentry;

import org.springframework.modulith.ApplicationModule;
