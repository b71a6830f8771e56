package org.jianzheng.acquisition.scene;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where recordings are watched.
 *
 * @param playback by laboratory, an address with {@code {channel}}, {@code {from}} and {@code {until}} (ISO 8601 with the city's
 *     offset), {@code https://vms.example/play?ch={channel}&b={from}&e={until}}; without one, camera and time are shown alone
 */
@ConfigurationProperties("jianzheng.video")
record VideoSettings(@DefaultValue Map<String, String> playback) {

    Optional<String> address(String labCode, String channel, Instant from, Instant until) {
        return Optional.ofNullable(playback.get(labCode)).map(template -> UriComponentsBuilder.fromUriString(template)
                .encode()
                .buildAndExpand(Map.of("channel", channel, "from", said(from), "until", said(until)))
                .toUriString());
    }

    private static String said(Instant at) {
        return at.atZone(CityTime.ZONE).toOffsetDateTime().toString();
    }
}
