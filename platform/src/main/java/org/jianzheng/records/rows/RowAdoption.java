package org.jianzheng.records.rows;

import java.util.List;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Takes the rows that stand in an official table as they are, once: those of the time before rows were marked, and what a
 * migration wrote or took away, which for that deletes the table's row of {@code official_adoption}. Only the owner of the schema can,
 * so that nobody else's rows are taken for the platform's.
 */
@Component
class RowAdoption extends BaseCallback {

    private static final Logger log = LoggerFactory.getLogger(RowAdoption.class);
    private static final int AT_ONCE = 200;

    private final RowMarks marks;

    RowAdoption(RowMarks marks) {
        this.marks = marks;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
        // Not closed: the connection is Flyway's.
        adopt(new JdbcTemplate(new SingleConnectionDataSource(context.getConnection(), true)));
    }

    /** @param owner of the schema */
    void adopt(JdbcTemplate owner) {
        List<String> done = owner.queryForList("SELECT table_name FROM official_adoption", String.class);
        OfficialTableNames.of(owner).stream()
                .filter(table -> !done.contains(table))
                .forEach(table -> adoptUnlessAnotherDoes(owner, table));
    }

    private void adoptUnlessAnotherDoes(JdbcTemplate owner, String table) {
        try {
            adopt(owner, table);
        } catch (DuplicateKeyException another) {
            log.info("Another node takes the rows of {}", table);
        }
    }

    private void adopt(JdbcTemplate owner, String table) {
        RowReader reader = new RowReader(owner, table);
        RowStates states = new RowStates(owner, marks);
        long count = 0;
        List<String> after = null;
        List<OfficialRow> rows;
        do {
            rows = reader.page(after, AT_ONCE);
            states.note(rows.stream().map(row -> new WrittenRow(row, null)).toList());
            count += rows.size();
            after = rows.isEmpty() ? null : reader.keyOf(rows.get(rows.size() - 1));
        } while (rows.size() == AT_ONCE);
        letGo(owner, reader, states);
        owner.update("INSERT INTO official_adoption (table_name, adopted_at) VALUES (?, UTC_TIMESTAMP(6))", table);
        log.info("{} rows of {} are taken as they are", count, table);
    }

    /** Rows that a migration took away. */
    private void letGo(JdbcTemplate owner, RowReader reader, RowStates states) {
        RowLook look = new RowLook(owner, table -> reader, marks);
        String after = null;
        List<String> keys;
        do {
            keys = states.keys(reader.table(), after, AT_ONCE);
            states.noteGone(reader.table(), look.missingKeys(reader.table(), keys));
            after = keys.isEmpty() ? null : keys.get(keys.size() - 1);
        } while (keys.size() == AT_ONCE);
    }
}
