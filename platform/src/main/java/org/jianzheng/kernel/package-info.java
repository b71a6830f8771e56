/**
 * The few types every module speaks: broken rules, places, spans of days, pages of rows, searches. No services, and no
 * table of their own.
 */
@ApplicationModule(allowedDependencies = {})
package org.jianzheng.kernel;

import org.springframework.modulith.ApplicationModule;
