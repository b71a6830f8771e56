package org.jianzheng.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How letters leave, beside {@code spring.mail.*}.
 *
 * @param from sender's address
 * @param site address of this site as readers of letters reach it, without a slash at the end
 */
@ConfigurationProperties("jianzheng.mail")
record MailSettings(String from, String site) {}
