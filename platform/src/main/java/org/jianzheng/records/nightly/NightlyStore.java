package org.jianzheng.records.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jianzheng.kernel.Paged;
import org.jianzheng.records.marks.Marks;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the checks. What does not bear the platform's mark is not there. */
@Component
class NightlyStore {

    /** So many of one check in one night are kept by name; the others are counted. */
    static final int KEPT = 1000;

    private static final int RECENT = 200;
    private static final int FARTHEST = 10_000;

    private final JdbcClient sql;
    private final Marks marks;

    NightlyStore(JdbcClient sql, Marks marks) {
        this.sql = sql;
        this.marks = marks;
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
        return sql
                .sql("SELECT * FROM nightly_progress WHERE id = 1 AND run_at IS NOT NULL")
                .query(marked(
                        row -> new NightlyProgress(
                                instant(row, "run_at"),
                                row.getString("check_name"),
                                instant(row, "begun_at"),
                                row.getString("first_key"),
                                row.getString("last_key"),
                                row.getLong("counted"),
                                row.getLong("mismatches")),
                        MarkedText::of))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    void progress(NightlyProgress to) {
        Marks.Mark mark = marks.mark(MarkedText.of(to));
        sql.sql("UPDATE nightly_progress SET run_at = ?, check_name = ?, begun_at = ?, first_key = ?, last_key = ?,"
                        + " counted = ?, mismatches = ?, mac_key = ?, mac = ? WHERE id = 1")
                .params(
                        utc(to.runAt()),
                        to.check(),
                        utc(to.begunAt()),
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
        Marks.Mark mark = marks.mark(MarkedText.of(outcome));
        sql.sql("INSERT INTO nightly_outcome (id, run_at, check_name, begun_at, ended_at, first_key, last_key, counted,"
                        + " mismatches, mac_key, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        utc(outcome.runAt()),
                        outcome.check(),
                        utc(outcome.begunAt()),
                        utc(outcome.endedAt()),
                        outcome.first(),
                        outcome.last(),
                        outcome.counted(),
                        outcome.mismatches(),
                        mark.keyId(),
                        mark.mac())
                .update();
    }

    /** Outcomes of the last runs, newest run first, however many rows that the platform did not write lie between. */
    List<NightlyOutcome> outcomes() {
        for (int from = 0; from < FARTHEST; from += RECENT) {
            List<Optional<NightlyOutcome>> rows = outcomes(from);
            List<NightlyOutcome> ours = rows.stream().flatMap(Optional::stream).toList();
            if (!ours.isEmpty() || rows.isEmpty()) {
                return ours;
            }
        }
        return List.of();
    }

    private List<Optional<NightlyOutcome>> outcomes(int from) {
        return sql.sql("SELECT * FROM nightly_outcome ORDER BY run_at DESC, check_name LIMIT ? OFFSET ?")
                .params(RECENT, from)
                .query(marked(
                        row -> new NightlyOutcome(
                                instant(row, "run_at"),
                                row.getString("check_name"),
                                instant(row, "begun_at"),
                                instant(row, "ended_at"),
                                row.getString("first_key"),
                                row.getString("last_key"),
                                row.getLong("counted"),
                                row.getLong("mismatches")),
                        MarkedText::of))
                .list();
    }

    void keep(FoundMismatch found) {
        Marks.Mark mark = marks.mark(MarkedText.of(found));
        sql.sql("INSERT INTO nightly_mismatch (id, run_at, check_name, subject, record, what, found_at, mac_key, mac)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        utc(found.runAt()),
                        found.check(),
                        found.subject(),
                        found.record(),
                        found.what(),
                        utc(found.foundAt()),
                        mark.keyId(),
                        mark.mac())
                .update();
    }

    /** What a run found, in the order it was found; pages count from 0. */
    Paged<FoundMismatch> mismatches(Instant runAt, int page, int size) {
        List<FoundMismatch> found = sql
                .sql("SELECT * FROM nightly_mismatch WHERE run_at = ? ORDER BY found_at, id LIMIT ? OFFSET ?")
                .params(utc(runAt), size, (long) page * size)
                .query(marked(NightlyStore::mismatch, MarkedText::of))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        long total = sql.sql("SELECT COUNT(*) FROM nightly_mismatch WHERE run_at = ?")
                .param(utc(runAt))
                .query(Long.class)
                .single();
        return new Paged<>(found, total);
    }

    /** The first that one check of a run found. */
    List<FoundMismatch> mismatches(Instant runAt, String check, int most) {
        return sql
                .sql("SELECT * FROM nightly_mismatch WHERE run_at = ? AND check_name = ? ORDER BY found_at, id LIMIT ?")
                .params(utc(runAt), check, most)
                .query(marked(NightlyStore::mismatch, MarkedText::of))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static FoundMismatch mismatch(ResultSet row) throws SQLException {
        return new FoundMismatch(
                instant(row, "run_at"),
                row.getString("check_name"),
                row.getString("subject"),
                row.getString("record"),
                row.getString("what"),
                instant(row, "found_at"));
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> RowMapper<Optional<T>> marked(Reading<T> reading, Function<T, String> text) {
        return (row, n) -> {
            T read = reading.of(row);
            boolean ours = marks.isMark(row.getString("mac_key"), row.getBytes("mac"), text.apply(read));
            return ours ? Optional.of(read) : Optional.empty();
        };
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        LocalDateTime at = row.getObject(column, LocalDateTime.class);
        return at == null ? null : at.toInstant(ZoneOffset.UTC);
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
