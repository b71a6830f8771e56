package org.jianzheng.acquisition.ingest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Chunks as they arrive, for those who watch. Rows are given their numbers before they are committed: whoever reads on from a
 * number has to look back a while.
 */
@Component
public class ArrivedChunks {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate sql;

    ArrivedChunks(JdbcTemplate sql) {
        this.sql = sql;
    }

    /**
     * One chunk of points.
     *
     * @param id of its row: rises with the time of arrival, roughly
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Points(long id, String runId, int seq, int[] millis, int[] newtons) {}

    /** Where a chunk lies. */
    public record Place(long id, String runId, int seq) {}

    /** The latest row's; 0 where there is none. */
    public long last() {
        Long last = sql.queryForObject("SELECT MAX(id) FROM acquisition_chunk", Long.class);
        return last == null ? 0 : last;
    }

    /** Those of the runs behind that row. */
    public List<Place> behind(long id, Collection<String> runIds) {
        return places(
                "SELECT id, run_id, seq FROM acquisition_chunk WHERE id > ? AND kind = 'SAMPLES' AND run_id IN ("
                        + marks(runIds) + ") ORDER BY id",
                Stream.concat(Stream.of(id), runIds.stream()).toArray());
    }

    /** All of one run. */
    public List<Place> of(String runId) {
        return places(
                "SELECT id, run_id, seq FROM acquisition_chunk WHERE run_id = ? AND kind = 'SAMPLES' ORDER BY seq, id",
                runId);
    }

    /** Those of one run with higher numbers. */
    public List<Place> after(String runId, int seq) {
        return places(
                "SELECT id, run_id, seq FROM acquisition_chunk WHERE run_id = ? AND kind = 'SAMPLES' AND seq > ?"
                        + " ORDER BY seq, id",
                runId,
                seq);
    }

    /** Of each run the chunks with the highest numbers, as many as that. */
    public List<Place> latest(Set<String> runIds, int chunks) {
        return runIds.isEmpty()
                ? List.of()
                : places(
                        "SELECT c.id, c.run_id, c.seq FROM acquisition_chunk c JOIN (SELECT run_id, MAX(seq) AS top"
                                + " FROM acquisition_chunk WHERE kind = 'SAMPLES' AND run_id IN (" + marks(runIds)
                                + ") GROUP BY run_id) t ON c.run_id = t.run_id AND c.kind = 'SAMPLES' AND c.seq > t.top - "
                                + chunks + " ORDER BY c.run_id, c.seq, c.id",
                        runIds.toArray());
    }

    /** Their points, in that order. */
    public List<Points> read(List<Place> places) {
        return Stream.iterate(0, from -> from < places.size(), from -> from + AT_ONCE)
                .flatMap(from -> part(places.subList(from, Math.min(places.size(), from + AT_ONCE))))
                .toList();
    }

    private Stream<Points> part(List<Place> places) {
        List<Long> ids = places.stream().map(Place::id).toList();
        return sql
                .query(
                        "SELECT id, run_id, bytes FROM acquisition_chunk WHERE id IN (" + marks(ids)
                                + ") ORDER BY run_id, seq, id",
                        ArrivedChunks::points,
                        ids.toArray())
                .stream();
    }

    private static Points points(ResultSet row, int index) throws SQLException {
        try {
            Told.Samples samples = (Told.Samples) ToldReader.read(MachineTopic.Kind.SAMPLES, row.getBytes(3));
            return new Points(row.getLong(1), row.getString(2), samples.seq(), samples.millis(), samples.newtons());
        } catch (Malformed e) {
            throw new IllegalStateException("A chunk of run " + row.getString(2) + " was taken once", e);
        }
    }

    private List<Place> places(String statement, Object... values) {
        return sql.query(statement, (row, index) -> new Place(row.getLong(1), row.getString(2), row.getInt(3)), values);
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}
