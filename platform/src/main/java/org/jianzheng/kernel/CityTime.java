package org.jianzheng.kernel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The city's calendar: instants are stored in UTC, days and what people read are China Standard Time. */
public final class CityTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZONE);

    private CityTime() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    /** When a limit that ends with that day has passed: its 24:00. */
    public static Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ZONE).toInstant();
    }

    /** The server's time to the microsecond, as the databases keep it: what is stored and read again is the same instant. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** How instants go into DATETIME(6) columns: UTC whatever the zone of the JVM, microseconds; null for null. */
    public static LocalDateTime utc(Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** Out of such a column; null for null, and for what is no day, such as 0000-00-00. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    /** {@code 2026-11-23 09:30}; empty for null. */
    public static String minute(Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }

    /**
     * A time limit as official letters write it: one that ends with a day ends at its 24:00, not at 00:00 of the next. {@code
     * 2026-11-27 24:00}, else as {@link #minute}; empty for null.
     */
    public static String deadline(Instant at) {
        if (at == null) {
            return "";
        }
        LocalDateTime due = LocalDateTime.ofInstant(at, ZONE);
        boolean endsADay = due.toLocalTime().equals(LocalTime.MIDNIGHT);
        return endsADay ? due.toLocalDate().minusDays(1) + " 24:00" : MINUTE.format(at);
    }

    /** {@code 2026-11-23 09:30:07}; empty for null. */
    public static String second(Instant at) {
        return at == null ? "" : SECOND.format(at);
    }
}
