package org.jianzheng.sampling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param window how long sampler and witness each have (7.1.2) */
@ConfigurationProperties("jianzheng")
record SamplingSettings(@DefaultValue("30m") Duration window) {}
