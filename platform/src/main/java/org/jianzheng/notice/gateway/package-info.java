/** The operator's gateways for SMS and WeChat: one HTTP request a message (docs/notices.md). */
package org.jianzheng.notice.gateway;
