/**
 * The few types every module speaks: broken rules, recorded facts, places, spans of days, pages of rows. No services,
 * nothing that could ever need a database.
 */
@ApplicationModule(allowedDependencies = {})
package org.jianzheng.kernel;

import org.springframework.modulith.ApplicationModule;
