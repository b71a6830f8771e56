/**
 * Who and what is qualified: laboratories with their scope, organisations, people with certificates, equipment with
 * calibration. The gate answers whether somebody may test, act or use something on a day, always with reasons; the
 * registries change by application and approval, and keep their history.
 */
@ApplicationModule(allowedDependencies = {"standards", "records", "workflow", "notice", "identity"})
package org.jianzheng.qualification;

import org.springframework.modulith.ApplicationModule;
