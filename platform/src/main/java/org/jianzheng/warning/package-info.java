/**
 * What looks wrong and may be innocent: smart checks, windows, photos, sensors and counts raise warnings; the laboratory's
 * people explain them, the station decides. A warning changes no result and is never taken back.
 */
@ApplicationModule(allowedDependencies = {"identity", "records", "records :: ledger", "records :: official"})
package org.jianzheng.warning;

import org.springframework.modulith.ApplicationModule;
