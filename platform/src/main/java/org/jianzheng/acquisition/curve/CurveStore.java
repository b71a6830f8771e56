package org.jianzheng.acquisition.curve;

import java.sql.Types;
import java.util.Optional;
import java.util.zip.DataFormatException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/** Curves of sealed runs, in their compact form. */
@Component
public class CurveStore {

    private final JdbcTemplate sql;

    CurveStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    public void add(String runId, Curve curve) {
        sql.update(
                "INSERT INTO acquisition_curve (run_id, points, bytes) VALUES (?, ?, ?)",
                runId,
                curve.points(),
                new SqlParameterValue(Types.VARBINARY, CurveCodec.encode(curve)));
    }

    /**
     * The curve, if it still is the one with that hash.
     *
     * @param sha256 as the proven row of its run says
     * @return empty where there is none, or one that somebody changed
     */
    public Optional<Curve> find(String runId, String sha256) {
        return sql
                .query("SELECT bytes FROM acquisition_curve WHERE run_id = ?", (row, index) -> row.getBytes(1), runId)
                .stream()
                .findFirst()
                .flatMap(CurveStore::decoded)
                .filter(curve -> CurveHash.of(curve).equals(sha256));
    }

    private static Optional<Curve> decoded(byte[] bytes) {
        try {
            return Optional.of(CurveCodec.decode(bytes));
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }
}
