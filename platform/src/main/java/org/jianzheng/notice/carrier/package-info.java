/** What carries a message to a person, and what became of it. */
package org.jianzheng.notice.carrier;
