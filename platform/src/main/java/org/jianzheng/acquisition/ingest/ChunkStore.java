package org.jianzheng.acquisition.ingest;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/** Chunks as they came. The same chunk twice is there once; the same number with other bytes is there beside the first. */
@Component
class ChunkStore {

    private static final int ROWS_IN_A_STATEMENT = 100;

    private final JdbcTemplate sql;

    ChunkStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** @param sha256 of the bytes */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Chunk(String runId, MachineTopic.Kind kind, int seq, byte[] sha256, byte[] bytes) {}

    /** Those that are there already are left as they are. */
    void add(List<Chunk> chunks, Instant at) {
        for (int from = 0; from < chunks.size(); from += ROWS_IN_A_STATEMENT) {
            List<Chunk> part = chunks.subList(from, Math.min(chunks.size(), from + ROWS_IN_A_STATEMENT));
            List<Object> values = new ArrayList<>();
            part.forEach(chunk -> {
                values.add(chunk.runId());
                values.add(chunk.kind().name());
                values.add(chunk.seq());
                values.add(new SqlParameterValue(Types.VARBINARY, chunk.sha256()));
                values.add(new SqlParameterValue(Types.VARBINARY, chunk.bytes()));
                values.add(CityTime.utc(at));
            });
            sql.update(
                    "INSERT IGNORE INTO acquisition_chunk (run_id, kind, seq, sha256, bytes, received_at) VALUES "
                            + String.join(", ", Collections.nCopies(part.size(), "(?, ?, ?, ?, ?, ?)")),
                    values.toArray());
        }
    }

    /** All of a run of that kind, by number; of one number in the order they came. */
    List<Chunk> of(String runId, MachineTopic.Kind kind) {
        return sql.query(
                "SELECT seq, sha256, bytes FROM acquisition_chunk WHERE run_id = ? AND kind = ? ORDER BY seq, id",
                (row, index) -> new Chunk(runId, kind, row.getInt(1), row.getBytes(2), row.getBytes(3)),
                runId,
                kind.name());
    }

    /** Numbers of the run's chunks of points. */
    Set<Integer> numbers(String runId) {
        return new HashSet<>(sql.queryForList(
                "SELECT DISTINCT seq FROM acquisition_chunk WHERE run_id = ? AND kind = 'SAMPLES'",
                Integer.class,
                runId));
    }

    /** What all of a run takes up. */
    long bytes(String runId) {
        Long bytes = sql.queryForObject(
                "SELECT SUM(LENGTH(bytes)) FROM acquisition_chunk WHERE run_id = ?", Long.class, runId);
        return bytes == null ? 0 : bytes;
    }

    boolean holds(Chunk chunk) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM acquisition_chunk WHERE run_id = ? AND kind = ? AND seq = ? AND sha256 = ?)",
                Boolean.class,
                chunk.runId(),
                chunk.kind().name(),
                chunk.seq(),
                new SqlParameterValue(Types.VARBINARY, chunk.sha256())));
    }

    /** Those of the runs whose end has come. */
    List<String> ended(Collection<String> runIds) {
        return runIds.isEmpty()
                ? List.of()
                : sql.queryForList(
                        "SELECT DISTINCT run_id FROM acquisition_chunk WHERE kind = 'END' AND run_id IN ("
                                + String.join(", ", Collections.nCopies(runIds.size(), "?")) + ")",
                        String.class,
                        runIds.toArray());
    }

    /** When the last of the run came. */
    Optional<Instant> lastAt(String runId) {
        return sql
                .query(
                        "SELECT MAX(received_at) AS last_at FROM acquisition_chunk WHERE run_id = ? HAVING last_at IS NOT NULL",
                        (row, index) -> CityTime.instant(row, "last_at"),
                        runId)
                .stream()
                .findFirst();
    }
}
