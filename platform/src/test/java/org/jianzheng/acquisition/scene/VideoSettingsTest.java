package org.jianzheng.acquisition.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VideoSettingsTest {

    private static final Instant FROM = Instant.parse("2026-03-02T01:30:00Z");

    @Test
    void theAddressSaysChannelAndTimeInTheCitysOffsetAndNothingBreaksOutOfIt() {
        VideoSettings settings =
                new VideoSettings(Map.of("BJ01", "https://vms.example/play?ch={channel}&b={from}&e={until}"));

        assertThat(settings.address("BJ01", "6103&x=1", FROM, FROM.plusSeconds(90)))
                .contains("https://vms.example/play?ch=6103%26x%3D1&b=2026-03-02T09%3A30%2B08%3A00"
                        + "&e=2026-03-02T09%3A31%3A30%2B08%3A00");
        assertThat(settings.address("BJ02", "6103", FROM, FROM)).isEmpty();
    }
}
