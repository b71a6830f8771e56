package org.jianzheng.records.number;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers that people read, {@code BJ01-WT-2026-00001}: consecutive per kind, laboratory and year, without gaps (clause
 * 9.1.2). A number is taken in the transaction that issues its document and comes back when that rolls back, so the row of
 * the series stays locked until then: allocate last, and do nothing slow after it.
 */
@Service
public class Numbers {

    private final JdbcTemplate sql;
    private final NumberSeries series;
    private final Identity identity;
    private final Ledger ledger;
    private final Clock clock;

    Numbers(JdbcTemplate sql, NumberSeries series, Identity identity, Ledger ledger, Clock clock) {
        this.sql = sql;
        this.series = series;
        this.identity = identity;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The next number of this year's series, the year being the city's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public String allocate(String kind, String labCode) {
        return take(kind, labCode).text();
    }

    /** As {@link #allocate}, with its parts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SerialNumber take(String kind, String labCode) {
        int year = CityTime.today(clock).getYear();
        var number = new SerialNumber(kind, labCode, year, next(kind, labCode, year));
        sql.update(
                "INSERT INTO issued_number (number, kind, lab_code, year, serial, issued_at, issued_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                number.text(),
                kind,
                labCode,
                year,
                number.serial(),
                CityTime.utc(clock.instant()),
                identity.acting().username());
        return number;
    }

    /**
     * The number that {@link #take} gives when nobody comes between: a guess to prepare with, for asking reserves nothing.
     * Numbers of transactions that are not over do not count.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public SerialNumber expected(String kind, String labCode) {
        int year = CityTime.today(clock).getYear();
        return new SerialNumber(kind, labCode, year, last(kind, labCode, year).orElse(0) + 1);
    }

    private int next(String kind, String labCode, int year) {
        if (advance(kind, labCode, year) == 0) {
            series.open(kind, labCode, year);
            advance(kind, labCode, year);
        }
        return last(kind, labCode, year).orElseThrow();
    }

    // Leaves the row locked until the caller's transaction ends.
    private int advance(String kind, String labCode, int year) {
        return sql.update(
                "UPDATE number_series SET last = last + 1 WHERE kind = ? AND lab_code = ? AND year = ?",
                kind,
                labCode,
                year);
    }

    private Optional<Integer> last(String kind, String labCode, int year) {
        return sql
                .queryForList(
                        "SELECT last FROM number_series WHERE kind = ? AND lab_code = ? AND year = ?",
                        Integer.class,
                        kind,
                        labCode,
                        year)
                .stream()
                .findFirst();
    }

    /** Declares an issued number void; it stays taken for ever. */
    @Transactional
    public void voidNumber(String number, String reason) {
        if (sql.queryForList("SELECT number FROM issued_number WHERE number = ?", number)
                .isEmpty()) {
            throw RuleBroken.at("number", "records.number.neverIssued", number);
        }
        int added = sql.update(
                "INSERT IGNORE INTO voided_number (number, reason, voided_at, voided_by) VALUES (?, ?, ?, ?)",
                number,
                reason,
                CityTime.utc(clock.instant()),
                identity.acting().username());
        if (added == 0) {
            throw RuleBroken.at("number", "records.number.alreadyVoid", number);
        }
        ledger.append(new Ledger.Fact(
                null, "number.voided", "number:" + number, null, reason, Map.of("number", number, "reason", reason)));
    }

    @Transactional(readOnly = true)
    public boolean isVoid(String number) {
        return !sql.queryForList("SELECT number FROM voided_number WHERE number = ?", number)
                .isEmpty();
    }
}
