/**
 * Telling people what they have to know: a page of notices for everybody in the house or group concerned, and a letter by
 * e-mail where the house has an address. A mail server that is down delays letters and loses none.
 */
@ApplicationModule(allowedDependencies = {"identity"})
package org.jianzheng.notice;

import org.springframework.modulith.ApplicationModule;
