package org.jianzheng.environment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.nightly.NightlyCheck;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads back what sensors sent, a day at a time: those of the last weeks every night, older ones once a month. */
@Component
class ReadingCheck implements NightlyCheck {

    /** So many readings has a day that a transaction need not be longer. */
    private static final int DAYS_AT_ONCE = 10;

    private static final int RECENT_DAYS = 45;
    private static final int MONTH = 30;

    private final JdbcTemplate sql;
    private final ReadingDays days;
    private final Ledger ledger;
    private final Clock clock;

    ReadingCheck(JdbcTemplate sql, ReadingDays days, Ledger ledger, Clock clock) {
        this.sql = sql;
        this.days = days;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "readings";
    }

    @Override
    public Page read(String after, int most) {
        int wanted = Math.min(most, DAYS_AT_ONCE);
        LocalDate today = CityTime.today(clock);
        List<String> ids = sql.queryForList(
                "SELECT id FROM environment_reading_day WHERE id > ? AND (day >= ? OR MOD(DATEDIFF(?, day), ?) = 0)"
                        + " ORDER BY id LIMIT ?",
                String.class,
                after == null ? "" : after,
                today.minusDays(RECENT_DAYS),
                today,
                MONTH,
                wanted);
        if (ids.isEmpty()) {
            return Page.empty();
        }
        return new Page(
                ids.size(),
                ids.get(0),
                ids.get(ids.size() - 1),
                ids.size() < wanted,
                Stream.concat(
                                ids.stream().map(ReadingDay::of).flatMap(this::changed),
                                after == null ? added(today) : Stream.empty())
                        .toList());
    }

    /** Readings of a day on which the laboratory had sent none when the day was entered. */
    private Stream<Mismatch> added(LocalDate today) {
        return sql
                .queryForList(
                        "SELECT DISTINCT CONCAT(DATE(DATE_ADD(r.received_at, INTERVAL 8 HOUR)), '/', r.lab_code)"
                                + " FROM environment_reading r WHERE r.received_at >= ? AND r.received_at <"
                                + " (SELECT TIMESTAMP(DATE_ADD(MAX(day), INTERVAL 1 DAY)) - INTERVAL 8 HOUR"
                                + " FROM environment_reading_day) AND NOT EXISTS (SELECT 1 FROM environment_reading_day d"
                                + " WHERE d.lab_code = r.lab_code"
                                + " AND d.day = DATE(DATE_ADD(r.received_at, INTERVAL 8 HOUR)))",
                        String.class,
                        CityTime.utc(CityTime.endOf(today.minusDays(RECENT_DAYS))))
                .stream()
                .map(ReadingDay::of)
                .map(day -> new Mismatch(day.subject(), day.id(), "READINGS_CHANGED"));
    }

    private Stream<Mismatch> changed(ReadingDay day) {
        ReadingDays.Sum now = days.sum(day);
        Map<String, Object> entered = ledger.provenOf(day.subject()).stream()
                .findFirst()
                .map(Ledger.Proven::content)
                .orElse(Map.of());
        return now.sha256().equals(entered.get("sha256"))
                ? Stream.empty()
                : Stream.of(new Mismatch(day.subject(), day.id(), "READINGS_CHANGED"));
    }
}
