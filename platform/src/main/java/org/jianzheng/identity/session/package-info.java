/** Whether a sign-in still stands. */
package org.jianzheng.identity.session;
