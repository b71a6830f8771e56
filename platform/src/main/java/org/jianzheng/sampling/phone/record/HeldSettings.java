package org.jianzheng.sampling.phone.record;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The station's limits for records that came before there was a task for them.
 *
 * @param heldFor how long a witness's record waits for the sampler's before it goes to the station
 * @param joinWithin how long a sample waits for its order before it is reported
 */
@ConfigurationProperties("jianzheng.sampling.phone")
record HeldSettings(@DefaultValue("24h") Duration heldFor, @DefaultValue("72h") Duration joinWithin) {}
