package org.jianzheng.records.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.records.key.RowMarking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** The tables of the checks. What does not bear the platform's mark is not there. */
@Component
class NightlyStore {

    /** So many of one check in one night are kept by name; the others are counted. */
    static final int KEPT = 1000;

    private final JdbcClient sql;
    private final RowMarking marks;
    private final MarkedRows<NightlyOutcome> outcomes;
    private final MarkedRows<FoundMismatch> found;

    NightlyStore(JdbcClient sql, RowMarking marks) {
        this.sql = sql;
        this.marks = marks;
        this.outcomes = new MarkedRows<>(marks, NightlyStore::outcome, MarkedText::of);
        this.found = new MarkedRows<>(marks, NightlyStore::mismatch, MarkedText::of);
    }

    /** Holds the row of progress until the transaction ends. @return false where another node holds it */
    boolean lock() {
        return sql.sql("SELECT id FROM nightly_progress WHERE id = 1 FOR UPDATE SKIP LOCKED")
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Where the run that is under way has got to; empty where none is. */
    Optional<NightlyProgress> progress() {
        return sql.sql("SELECT * FROM nightly_progress WHERE id = 1 AND run_at IS NOT NULL")
                .query((row, n) -> progress(row))
                .optional()
                .flatMap(Function.identity());
    }

    private Optional<NightlyProgress> progress(ResultSet row) throws SQLException {
        NightlyProgress read = new NightlyProgress(
                CityTime.instant(row, "run_at"),
                row.getString("check_name"),
                CityTime.instant(row, "begun_at"),
                row.getString("first_key"),
                row.getString("last_key"),
                row.getLong("counted"),
                row.getLong("mismatches"));
        boolean ours = marks.isMark(row.getString("mac_key"), row.getBytes("mac"), MarkedText.of(read));
        return ours ? Optional.of(read) : Optional.empty();
    }

    void progress(NightlyProgress to) {
        RowMarking.Mark mark = marks.mark(MarkedText.of(to));
        sql.sql("UPDATE nightly_progress SET run_at = ?, check_name = ?, begun_at = ?, first_key = ?, last_key = ?,"
                        + " counted = ?, mismatches = ?, mac_key = ?, mac = ? WHERE id = 1")
                .params(
                        CityTime.utc(to.runAt()),
                        to.check(),
                        CityTime.utc(to.begunAt()),
                        to.first(),
                        to.last(),
                        to.counted(),
                        to.mismatches(),
                        mark.keyId(),
                        mark.mac())
                .update();
    }

    void rest() {
        sql.sql("UPDATE nightly_progress SET run_at = NULL, mac_key = NULL, mac = NULL WHERE id = 1")
                .update();
    }

    void keep(NightlyOutcome outcome) {
        RowMarking.Mark mark = marks.mark(MarkedText.of(outcome));
        sql.sql("INSERT INTO nightly_outcome (id, run_at, check_name, begun_at, ended_at, first_key, last_key, counted,"
                        + " mismatches, mac_key, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        CityTime.utc(outcome.runAt()),
                        outcome.check(),
                        CityTime.utc(outcome.begunAt()),
                        CityTime.utc(outcome.endedAt()),
                        outcome.first(),
                        outcome.last(),
                        outcome.counted(),
                        outcome.mismatches(),
                        mark.keyId(),
                        mark.mac())
                .update();
    }

    /**
     * What the last run came to that went through all of these checks, by the names of its checks; empty where there was
     * none. Where a check of it came to more than one thing, the worst counts.
     *
     * @param now what lies ahead is not believed: a clock was wrong
     */
    List<NightlyOutcome> lastWhole(Set<String> checks, Instant now) {
        SortedMap<String, NightlyOutcome> run = new TreeMap<>();
        outcomes.each(behind -> outcomesBehind(behind, now), one -> {
            if (!run.isEmpty() && !run.get(run.firstKey()).runAt().equals(one.runAt())) {
                if (run.keySet().containsAll(checks)) {
                    return false;
                }
                run.clear();
            }
            run.merge(
                    one.check(), one, (other, another) -> other.mismatches() < another.mismatches() ? another : other);
            return true;
        });
        return run.keySet().containsAll(checks) ? List.copyOf(run.values()) : List.of();
    }

    private StatementSpec outcomesBehind(MarkedRows.Row<NightlyOutcome> row, Instant now) {
        String order = " ORDER BY run_at DESC, check_name DESC, id DESC LIMIT " + MarkedRows.AT_ONCE;
        if (row == null) {
            return sql.sql("SELECT * FROM nightly_outcome WHERE run_at <= ?" + order)
                    .param(CityTime.utc(now));
        }
        LocalDateTime runAt = CityTime.utc(row.read().runAt());
        String check = row.read().check();
        return sql.sql("SELECT * FROM nightly_outcome WHERE run_at <= ?"
                        + " AND (run_at < ? OR check_name < ? OR (check_name = ? AND id < ?))" + order)
                .params(runAt, runAt, check, check, row.id());
    }

    private static NightlyOutcome outcome(ResultSet row) throws SQLException {
        return new NightlyOutcome(
                CityTime.instant(row, "run_at"),
                row.getString("check_name"),
                CityTime.instant(row, "begun_at"),
                CityTime.instant(row, "ended_at"),
                row.getString("first_key"),
                row.getString("last_key"),
                row.getLong("counted"),
                row.getLong("mismatches"));
    }

    void keep(FoundMismatch one) {
        RowMarking.Mark mark = marks.mark(MarkedText.of(one));
        sql.sql("INSERT INTO nightly_mismatch (id, run_at, check_name, subject, record, what, found_at, mac_key, mac)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        CityTime.utc(one.runAt()),
                        one.check(),
                        one.subject(),
                        one.record(),
                        one.what(),
                        CityTime.utc(one.foundAt()),
                        mark.keyId(),
                        mark.mac())
                .update();
    }

    /** What a run found, in the order it was found; pages count from 0. */
    Paged<FoundMismatch> mismatches(Instant runAt, int page, int size) {
        Set<FoundMismatch> all = new LinkedHashSet<>();
        found.each(behind -> mismatchesBehind(behind, runAt), one -> {
            all.add(one);
            return true;
        });
        return new Paged<>(all.stream().skip((long) page * size).limit(size).toList(), all.size());
    }

    /** The first that one check of a run found. */
    List<FoundMismatch> mismatches(Instant runAt, String check, int most) {
        Set<FoundMismatch> first = new LinkedHashSet<>();
        found.each(behind -> mismatchesBehind(behind, runAt), one -> {
            if (one.check().equals(check)) {
                first.add(one);
            }
            return first.size() < most;
        });
        return List.copyOf(first);
    }

    private StatementSpec mismatchesBehind(MarkedRows.Row<FoundMismatch> row, Instant runAt) {
        String order = " ORDER BY found_at, id LIMIT " + MarkedRows.AT_ONCE;
        if (row == null) {
            return sql.sql("SELECT * FROM nightly_mismatch WHERE run_at = ?" + order)
                    .param(CityTime.utc(runAt));
        }
        LocalDateTime foundAt = CityTime.utc(row.read().foundAt());
        return sql.sql("SELECT * FROM nightly_mismatch WHERE run_at = ? AND found_at >= ?"
                        + " AND (found_at > ? OR id > ?)" + order)
                .params(CityTime.utc(runAt), foundAt, foundAt, row.id());
    }

    private static FoundMismatch mismatch(ResultSet row) throws SQLException {
        return new FoundMismatch(
                CityTime.instant(row, "run_at"),
                row.getString("check_name"),
                row.getString("subject"),
                row.getString("record"),
                row.getString("what"),
                CityTime.instant(row, "found_at"));
    }
}
