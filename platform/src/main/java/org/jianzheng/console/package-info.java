/**
 * The shell around every page: layout and its parts, the way in (home, inbox), languages, and the one place where errors
 * become pages for people and problem documents for programs. Knows no feature module; they know its templates.
 */
@ApplicationModule(allowedDependencies = {"identity", "workflow", "workflow :: task"})
package org.jianzheng.console;

import org.springframework.modulith.ApplicationModule;
