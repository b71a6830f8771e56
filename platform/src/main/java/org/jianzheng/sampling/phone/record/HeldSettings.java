package org.jianzheng.sampling.phone.record;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param heldFor how long a witness's record waits for the sampler's before it goes to the station */
@ConfigurationProperties("jianzheng.sampling.phone")
record HeldSettings(@DefaultValue("24h") Duration heldFor) {}
