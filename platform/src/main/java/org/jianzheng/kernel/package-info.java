/**
 * The few types every module speaks: broken rules, places, spans of days, pages of rows, searches. No services, nothing
 * that goes to a database itself.
 */
@ApplicationModule(allowedDependencies = {})
package org.jianzheng.kernel;

import org.springframework.modulith.ApplicationModule;
