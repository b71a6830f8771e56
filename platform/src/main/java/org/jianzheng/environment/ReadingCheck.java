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
                ids.stream().map(ReadingDay::of).flatMap(this::changed).toList());
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
