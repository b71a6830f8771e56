package org.jianzheng.notice;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How letters leave, beside {@code spring.mail.*}.
 *
 * @param from sender's address
 */
@ConfigurationProperties("jianzheng.mail")
record MailSettings(String from) {}
