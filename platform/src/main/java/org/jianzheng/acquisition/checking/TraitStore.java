package org.jianzheng.acquisition.checking;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import org.jianzheng.acquisition.likeness.CurveFeatures;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;

/** What of sealed curves later ones are compared with. */
@Component
class TraitStore {

    private final JdbcTemplate sql;

    TraitStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** @param number in the order they were stored */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Features(long number, String runId, float[] values) {}

    boolean holds(String runId) {
        return Boolean.TRUE.equals(sql.queryForObject(
                "SELECT EXISTS (SELECT 1 FROM acquisition_trait WHERE run_id = ?)", Boolean.class, runId));
    }

    void add(RunView run, BigDecimal roughness, float[] features) {
        ByteBuffer bytes = ByteBuffer.allocate(features.length * Float.BYTES);
        bytes.asFloatBuffer().put(features);
        sql.update(
                "INSERT INTO acquisition_trait"
                        + " (run_id, lab_code, method, equipment, roughness_newtons, features_version, features)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                run.id(),
                run.parties().labCode(),
                run.piece().method(),
                run.source().equipment(),
                roughness,
                CurveFeatures.VERSION,
                new SqlParameterValue(Types.VARBINARY, bytes.array()));
    }

    /** Roughnesses of the machine's latest curves of the method. */
    List<BigDecimal> roughnesses(String equipment, String method, int most) {
        return sql.queryForList(
                "SELECT roughness_newtons FROM acquisition_trait WHERE equipment = ? AND method = ?"
                        + " AND roughness_newtons IS NOT NULL ORDER BY number DESC LIMIT ?",
                BigDecimal.class,
                equipment,
                method,
                most);
    }

    /** Of the laboratory's curves by the method, those stored after that number. */
    List<Features> after(long number, String labCode, String method) {
        return sql.query(
                "SELECT number, run_id, features FROM acquisition_trait WHERE lab_code = ? AND method = ?"
                        + " AND number > ? AND features_version = ? ORDER BY number",
                (row, index) -> {
                    float[] values = new float[CurveFeatures.LENGTH];
                    ByteBuffer.wrap(row.getBytes(3)).asFloatBuffer().get(values);
                    return new Features(row.getLong(1), row.getString(2), values);
                },
                labCode,
                method,
                number,
                CurveFeatures.VERSION);
    }

    /** A sealed run that has not been checked. */
    record Unchecked(String runId, Instant sealedAt) {}

    /** The first that were sealed after that: however long ago they were opened. */
    List<Unchecked> unchecked(Instant after, int most) {
        return sql.query(
                "SELECT r.id, r.sealed_at FROM acquisition_run r LEFT JOIN acquisition_trait t ON t.run_id = r.id"
                        + " WHERE r.state = 'SEALED' AND r.sealed_at > ? AND t.run_id IS NULL ORDER BY r.sealed_at LIMIT ?",
                (row, index) -> new Unchecked(row.getString(1), CityTime.instant(row, "sealed_at")),
                CityTime.utc(after),
                most);
    }
}
