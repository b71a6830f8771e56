/**
 * Samples and their specimens: marks, making and sealing, witnessing, delivery, scanning, receipt or refusal. One
 * aggregate, one custody chain; every time in it is the server's.
 */
@ApplicationModule(
        allowedDependencies = {"commission", "qualification", "standards", "records", "workflow", "identity"})
package org.jianzheng.sampling;

import org.springframework.modulith.ApplicationModule;
