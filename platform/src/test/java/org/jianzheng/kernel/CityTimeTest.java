package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CityTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-27T16:00:00Z, 2026-11-27 24:00",
        "2026-12-31T16:00:00Z, 2026-12-31 24:00",
        "2026-11-27T15:59:59Z, 2026-11-27 23:59",
        "2026-11-27T16:00:01Z, 2026-11-28 00:00",
        "2026-11-27T01:30:00Z, 2026-11-27 09:30"
    })
    void aLimitThatEndsWithADayIsWrittenAsThatDay(Instant at, String written) {
        assertThat(CityTime.deadline(at)).isEqualTo(written);
    }

    @Test
    void noLimitIsNoText() {
        assertThat(CityTime.deadline(null)).isEmpty();
    }
}
