package org.jianzheng.records.nightly;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param at time of the city at which a run is due
 * @param records how many of them one transaction reads
 */
@ConfigurationProperties("jianzheng.nightly")
record NightlySettings(@DefaultValue("01:30") LocalTime at, @DefaultValue("200") int records) {}
