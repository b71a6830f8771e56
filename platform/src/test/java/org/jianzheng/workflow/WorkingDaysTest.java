package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;

/** Deadlines do not run on holidays (5.3.5). */
class WorkingDaysTest {

    private final WorkingDays days = days();

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 3, 2026-11-26", // Monday to Thursday
        "2026-11-26, 3, 2026-12-01", // over a weekend
        "2026-09-30, 1, 2026-10-08", // over the national holiday
        "2026-10-09, 1, 2026-10-10", // a Saturday that is worked
        "2026-02-13, 2, 2026-02-24", // the worked Saturday before the Spring Festival, then the day after it
        "2026-11-21, 0, 2026-11-21",
        "2030-10-01, 1, 2030-10-02" // nothing announced yet: Monday to Friday
    })
    void aDeadlineCountsWorkingDaysAfterTheDay(LocalDate from, int workingDays, LocalDate until) {
        assertThat(days.plus(from, workingDays)).isEqualTo(until);
        if (workingDays > 0) {
            assertThat(days.between(from, until)).isEqualTo(workingDays);
        }
    }

    @Test
    void aTermEndsAtTheCitysMidnight() {
        // 23:30 on Thursday in the city.
        Instant evening = Instant.parse("2026-11-26T15:30:00Z");
        assertThat(days.endOfDayAfter(evening, 1)).isEqualTo(Instant.parse("2026-11-27T16:00:00Z"));
    }

    @Test
    void aDayIsNotBeforeItself() {
        assertThat(days.between(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-23")))
                .isZero();
    }

    @Test
    void aLineThatSaysNothingStopsTheStart() {
        var broken = new ByteArrayResource("2026-01-01,2026-01-03,free,元旦".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> new WorkingDays(broken)).hasMessageContaining("2026-01-01,2026-01-03,free");
    }

    private static WorkingDays days() {
        return new WorkingDays(new ClassPathResource("workflow/public-holidays.csv"));
    }
}
