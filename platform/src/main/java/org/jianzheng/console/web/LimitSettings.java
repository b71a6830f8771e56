package org.jianzheng.console.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much strangers may ask for. A minute's worth may come at once.
 *
 * @param atOnce requests of one address that are answered at the same time, whoever they are from
 * @param looks of one address at pages for anybody, a minute
 * @param looksOfAll the same, of all addresses together
 * @param files of one address to be verified, a minute
 * @param filesOfAll the same, of all addresses together
 * @param sessions new ones that one address is given, a minute: a whole house signs in in the morning
 */
@ConfigurationProperties("jianzheng.limits")
record LimitSettings(
        @DefaultValue("64") int atOnce,
        @DefaultValue("600") int looks,
        @DefaultValue("20000") int looksOfAll,
        @DefaultValue("60") int files,
        @DefaultValue("1200") int filesOfAll,
        @DefaultValue("300") int sessions) {}
