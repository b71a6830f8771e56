package org.jianzheng.environment;

import java.time.Instant;
import java.time.LocalDate;
import org.jianzheng.kernel.CityTime;

/** What the sensors of one laboratory sent on one day of the city, by the server's clock: no more can come of it. */
record ReadingDay(String labCode, LocalDate day) {

    private static final char BETWEEN = '/';

    static ReadingDay of(String id) {
        int at = id.indexOf(BETWEEN);
        return new ReadingDay(id.substring(at + 1), LocalDate.parse(id.substring(0, at)));
    }

    String id() {
        return day.toString() + BETWEEN + labCode;
    }

    String subject() {
        return "readings:" + id();
    }

    Instant from() {
        return day.atStartOfDay(CityTime.ZONE).toInstant();
    }

    Instant until() {
        return CityTime.endOf(day);
    }
}
