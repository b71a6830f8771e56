package org.jianzheng.records.rows;

import java.util.List;
import org.jianzheng.records.nightly.NightlyCheck;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads something of every official table, table by table in the order of their names. */
abstract class OfficialTablesCheck implements NightlyCheck {

    /** Between a table's name and what follows; stands in no table's name. */
    private static final String BETWEEN = "\u001f";

    private final JdbcTemplate sql;

    OfficialTablesCheck(JdbcTemplate sql) {
        this.sql = sql;
    }

    /** @param after the last that was read of this table, null at its beginning */
    abstract Part read(String table, String after, int most);

    /** @param read what was read of a table, each so that reading can go on behind it */
    record Part(List<String> read, List<Mismatch> found) {}

    @Override
    public final Page read(String after, int most) {
        String[] at = after == null ? new String[] {""} : after.split(BETWEEN, 2);
        // The table may have another name since, where an upgrade came in between.
        List<String> left = OfficialTableNames.of(sql).stream()
                .filter(name -> name.compareTo(at[0]) >= 0)
                .toList();
        if (left.isEmpty()) {
            return Page.empty();
        }
        String table = left.get(0);
        Part part = read(table, at.length > 1 && table.equals(at[0]) ? at[1] : null, most);
        int count = part.read().size();
        String first = count == 0 ? null : table + BETWEEN + part.read().get(0);
        boolean ended = count < most && left.size() == 1;
        String next = count == most ? table + BETWEEN + part.read().get(most - 1) : ended ? null : left.get(1);
        return new Page(count, first, next, ended, part.found());
    }
}
