/**
 * The calculations of the testing standards: methods, editions, limits, rounding. Pure functions on exact decimals; the
 * limits are edition-keyed data files under {@code resources/standards}.
 */
@ApplicationModule(allowedDependencies = {})
package org.jianzheng.standards;

import org.springframework.modulith.ApplicationModule;
