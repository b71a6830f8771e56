/** Web Push: RFC 8030 (the protocol), 8291 (encryption) and 8292 (VAPID), and which push services may be spoken to. */
package org.jianzheng.notice.push;
