package org.jianzheng.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jianzheng.acquisition.sensor.SensorReading;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.nightly.NightlyCheck.Mismatch;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What sensors sent cannot be made better afterwards without the station being told. */
@PlatformTest
class ReadingDaysModuleTest {

    private static final String SENSOR = "RD-WS-01";

    @Autowired
    ReadingStore readings;

    @Autowired
    ReadingDays days;

    @Autowired
    ReadingCheck check;

    @Autowired
    Ledger ledger;

    @Autowired
    MutableClock clock;

    @Test
    @Clause({"4.1.7", "5.4.7"})
    void readingsThatSomebodyChangedInTheDatabaseAreFoundAtNight() {
        LocalDate day = CityTime.today(clock);
        Instant morning = day.atStartOfDay(CityTime.ZONE).toInstant().plus(Duration.ofHours(9));
        for (int minute = 0; minute < 5; minute++) {
            add(morning.plus(Duration.ofMinutes(minute)), "20.1" + minute);
        }
        ReadingDay entered = new ReadingDay("RD01", day);
        days.run();
        assertThat(ledger.ofSubject(entered.subject())).isEmpty();
        try (var tomorrow = clock.at(CityTime.endOf(day).plus(Duration.ofHours(2)))) {
            days.run();
            days.run();
            assertThat(ledger.provenOf(entered.subject())).singleElement().satisfies(one -> assertThat(one.content())
                    .containsEntry("sha256", days.sum(entered).sha256()));
            assertThat(found()).doesNotContain(entered.subject());

            JdbcTemplate owner = TestDatabase.owner();
            owner.update(
                    "UPDATE environment_reading SET temperature_c = 19 WHERE sensor = ? ORDER BY id LIMIT 1", SENSOR);
            assertThat(found()).contains(entered.subject());
            owner.update(
                    "UPDATE environment_reading SET temperature_c = 20.10 WHERE sensor = ? ORDER BY id LIMIT 1",
                    SENSOR);
            assertThat(found()).doesNotContain(entered.subject());
            owner.update("DELETE FROM environment_reading WHERE sensor = ? ORDER BY id DESC LIMIT 1", SENSOR);
            assertThat(found()).contains(entered.subject());
        } finally {
            TestDatabase.owner().update("DELETE FROM environment_reading WHERE sensor = ?", SENSOR);
        }
    }

    private void add(Instant at, String temperature) {
        readings.add(
                new SensorReading("RD01", SENSOR, at, at, new BigDecimal(temperature), new BigDecimal("60.00")),
                null,
                true);
    }

    private List<String> found() {
        return check.read(null, 1000).mismatches().stream()
                .map(Mismatch::subject)
                .toList();
    }
}
