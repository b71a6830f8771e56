package org.jianzheng.sampling.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;

@Clause("7.1.2")
class RecordWindowTest {

    private static final Instant MADE = Instant.parse("2026-11-23T01:00:00Z");
    private final RecordWindow window = new RecordWindow(MADE, Duration.ofMinutes(30));

    @Test
    void thirtyMinutesCountToTheirLastInstant() {
        assertThat(window.covers(MADE)).isTrue();
        assertThat(window.covers(MADE.plus(Duration.ofMinutes(30)))).isTrue();
        assertThat(window.covers(MADE.plus(Duration.ofMinutes(30)).plusNanos(1000)))
                .isFalse();
    }
}
