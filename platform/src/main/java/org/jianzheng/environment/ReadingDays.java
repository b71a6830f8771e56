package org.jianzheng.environment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Enters into the ledger what sensors sent on each day that is over: a record's temperature is read off it (5.4.7). */
@Component
class ReadingDays {

    private static final Logger log = LoggerFactory.getLogger(ReadingDays.class);

    /** By then what came on the day is committed. */
    private static final Duration SETTLED = Duration.ofHours(1);

    private static final int FETCHED = 1000;

    private final JdbcTemplate sql;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReadingDays(
            JdbcTemplate sql,
            OfficialRows official,
            Ledger ledger,
            Identity identity,
            TransactionTemplate transaction,
            Clock clock) {
        this.sql = sql;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** @param sha256 over a line a reading, by sensor and time of measurement */
    record Sum(long readings, String sha256) {}

    @Scheduled(initialDelay = 120_000, fixedDelay = 3_600_000)
    void run() {
        identity.as(Person.SYSTEM, () -> {
            LocalDate over = LocalDate.ofInstant(clock.instant().minus(SETTLED), CityTime.ZONE);
            // The first day of all may not be over yet.
            first().filter(day -> day.isBefore(over))
                    .ifPresent(day -> day.datesUntil(over).forEach(this::enter));
            return null;
        });
    }

    /** The first day that is not entered yet. */
    private Optional<LocalDate> first() {
        LocalDate last = sql.queryForObject("SELECT MAX(day) FROM environment_reading_day", LocalDate.class);
        Instant after = last == null ? Instant.EPOCH : CityTime.endOf(last);
        return sql
                .query(
                        "SELECT MIN(received_at) AS first_at FROM environment_reading WHERE received_at >= ?"
                                + " HAVING first_at IS NOT NULL",
                        (row, index) -> CityTime.instant(row, "first_at"),
                        CityTime.utc(after))
                .stream()
                .findFirst()
                .map(at -> LocalDate.ofInstant(at, CityTime.ZONE));
    }

    // All laboratories of a day in one transaction: the next day is begun with where this one is whole.
    private void enter(LocalDate day) {
        try {
            transaction.executeWithoutResult(status -> labs(day).forEach(lab -> enter(new ReadingDay(lab, day))));
        } catch (DuplicateKeyException otherNode) {
            log.debug("Another node has entered the readings of {}", day);
        }
    }

    private List<String> labs(LocalDate day) {
        ReadingDay any = new ReadingDay("", day);
        return sql.queryForList(
                "SELECT DISTINCT lab_code FROM environment_reading WHERE received_at >= ? AND received_at < ?"
                        + " ORDER BY lab_code",
                String.class,
                CityTime.utc(any.from()),
                CityTime.utc(any.until()));
    }

    private void enter(ReadingDay day) {
        Sum sum = sum(day);
        official.insert(
                day.subject(),
                "environment_reading_day",
                "id, lab_code, day, readings, sha256",
                day.id(),
                day.labCode(),
                day.day(),
                sum.readings(),
                sum.sha256());
        ledger.append(new Ledger.Fact(
                null,
                "readings.day",
                day.subject(),
                null,
                null,
                Map.of("lab", day.labCode(), "readings", sum.readings(), "sha256", sum.sha256())));
    }

    /** As they stand now. */
    Sum sum(ReadingDay day) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        long[] readings = new long[1];
        JdbcTemplate few = new JdbcTemplate(sql.getDataSource());
        few.setFetchSize(FETCHED);
        few.query(
                "SELECT sensor, room_id, measured_at, received_at, temperature_c, humidity_percent, inside"
                        + " FROM environment_reading WHERE lab_code = ? AND received_at >= ? AND received_at < ?"
                        + " ORDER BY sensor, measured_at",
                row -> {
                    readings[0]++;
                    String line = String.join(
                            ",",
                            row.getString(1),
                            String.valueOf(row.getString(2)),
                            CityTime.instant(row, "measured_at").toString(),
                            CityTime.instant(row, "received_at").toString(),
                            row.getBigDecimal(5).toPlainString(),
                            row.getBigDecimal(6).toPlainString(),
                            String.valueOf(row.getBoolean(7)));
                    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
                },
                day.labCode(),
                CityTime.utc(day.from()),
                CityTime.utc(day.until()));
        return new Sum(readings[0], HexFormat.of().formatHex(digest.digest()));
    }
}
