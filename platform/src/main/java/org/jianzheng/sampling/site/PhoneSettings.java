package org.jianzheng.sampling.site;

import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whether the site has to record by phone.
 *
 * @param requiredFrom samples whose marks were issued from then on are recorded by phone; null while a desk will do. One moment
 *     for the whole city: were it each firm's first registered phone, whoever registered none would stay at the desk for good.
 *     Marks of before it keep the old way, so that nothing that waits at an upgrade is stuck
 */
@ConfigurationProperties("jianzheng.sampling.phone")
record PhoneSettings(Instant requiredFrom) {}
