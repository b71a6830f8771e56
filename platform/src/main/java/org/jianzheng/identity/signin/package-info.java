/** Signing in through Keycloak, and the filter chains: pages and Tasklist by session, programs by bearer token. */
package org.jianzheng.identity.signin;
