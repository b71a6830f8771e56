/**
 * Laboratories, organisations, people with their certificates, equipment, contracts and projects: what is registered, on any
 * day. Read here; it changes by applications alone, see {@code registration}.
 */
@ApplicationModule(
        allowedDependencies = {
            "identity",
            "records",
            "records :: ledger",
            "records :: transaction",
            "standards :: catalogue"
        })
package org.jianzheng.registry;

import org.springframework.modulith.ApplicationModule;
