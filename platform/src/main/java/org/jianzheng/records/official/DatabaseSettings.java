package org.jianzheng.records.official;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database knows the application's user.
 *
 * @param applicationHost the host part of its account, {@code app@'%'}
 */
@ConfigurationProperties("jianzheng.database")
record DatabaseSettings(@DefaultValue("%") String applicationHost) {}
