/**
 * Who is acting, in which role, for which employer, and which rows that lets them see. Signs people in through Keycloak
 * and draws the filter chains: pages and Tasklist by session, programs by bearer token.
 */
@ApplicationModule(allowedDependencies = {})
package org.jianzheng.identity;

import org.springframework.modulith.ApplicationModule;
