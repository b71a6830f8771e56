package org.jianzheng.records.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@PlatformTest
class RowRightsTest {

    @Autowired
    JdbcTemplate sql;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger_entry",
                "ledger_content",
                "leaf",
                "tree_node",
                "checkpoint",
                "ledger_refusal",
                "ledger_file",
                "evidence_file",
                "nightly_outcome",
                "nightly_mismatch",
                "issued_number",
                "voided_number"
            })
    @Clause({"4.1.7", "5.4.4"})
    void theApplicationCannotChangeOrDeleteWhatItRecorded(String table) {
        String column = sql.queryForObject(
                "SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?"
                        + " AND ordinal_position = 1",
                String.class,
                table);
        for (String attack : List.of(
                "UPDATE %s SET %s = %s".formatted(table, column, column),
                "DELETE FROM " + table,
                "TRUNCATE TABLE " + table,
                "DROP TABLE " + table,
                "ALTER TABLE %s ADD COLUMN x INT".formatted(table),
                "REPLACE INTO %s (%s) VALUES ('1')".formatted(table, column))) {
            assertThatThrownBy(() -> sql.execute(attack)).as(attack).hasStackTraceContaining("denied");
        }
    }

    @Test
    void theApplicationWorksOnOrdinaryTables() {
        assertThat(sql.update("UPDATE number_series SET last = last WHERE 1 = 0"))
                .isZero();
        assertThat(sql.update("DELETE FROM number_series WHERE 1 = 0")).isZero();
    }

    /** What waits for its place is put in line and taken out of it, nothing else. */
    @Test
    @Clause({"4.1.7", "5.4.4"})
    void theLineOfTheSequencerCannotBeRewritten() {
        assertThatThrownBy(() -> sql.update("UPDATE ledger_pending SET entry_id = 'x' WHERE 1 = 0"))
                .hasStackTraceContaining("denied");
    }

    /** The rows under which one node at a time works can neither be taken away nor doubled. */
    @ParameterizedTest
    @ValueSource(strings = {"sequencer", "nightly_progress"})
    void theLocksStayWhereTheyAre(String table) {
        assertThat(sql.update("UPDATE %s SET id = 1 WHERE id = 1".formatted(table)))
                .isEqualTo(1);
        assertThatThrownBy(() -> sql.update("DELETE FROM " + table)).hasStackTraceContaining("denied");
        assertThatThrownBy(() -> sql.update("INSERT INTO %s (id) VALUES (2)".formatted(table)))
                .hasStackTraceContaining("denied");
    }

    @Test
    void theApplicationCannotTouchTheHistoryOfTheSchema() {
        assertThatThrownBy(() -> sql.execute("DELETE FROM flyway_schema_history"))
                .hasStackTraceContaining("denied");
    }
}
