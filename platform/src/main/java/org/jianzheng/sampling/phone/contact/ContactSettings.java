package org.jianzheng.sampling.phone.contact;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The secret that marks of specimens are made with makes these proofs too, for another purpose.
 *
 * @param key checked where marks are made
 */
@ConfigurationProperties("jianzheng.marks")
record ContactSettings(String key) {}
