package org.jianzheng.records.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** States of rows whose column of this name has one of these values, by table. */
record WantedStates(String column, Map<String, List<String>> byTable) {

    static final WantedStates NONE = WantedStates.ofRows(Map.of());

    static final List<String> TEXTS = List.of(
            "CAST(table_name AS CHAR)",
            "CAST(row_key AS CHAR)",
            "CAST(version AS CHAR)",
            "CAST(mac_key AS CHAR)",
            "CAST(marks AS CHAR)",
            "HEX(mac)");

    /** @param keys as {@link OfficialRow#key} has them */
    static WantedStates ofRows(Map<String, List<String>> keys) {
        return new WantedStates("row_key", keys);
    }

    /** @param to as {@link OfficialRow#belongsTo} has it */
    static WantedStates belonging(Map<String, List<String>> to) {
        return new WantedStates("belongs_to", to);
    }

    boolean isEmpty() {
        return byTable.isEmpty();
    }

    String from() {
        return " FROM official_row_state WHERE "
                + byTable.values().stream()
                        .map(some -> "(table_name = ? AND %s IN (%s))"
                                .formatted(column, String.join(", ", Collections.nCopies(some.size(), "?"))))
                        .collect(Collectors.joining(" OR "));
    }

    List<Object> values() {
        List<Object> values = new ArrayList<>();
        byTable.forEach((table, some) -> {
            values.add(table);
            values.addAll(some);
        });
        return values;
    }

    /** @param first place of its columns */
    static RowState state(ResultSet row, int first) throws SQLException {
        return new RowState(
                row.getString(first),
                row.getString(first + 1),
                row.getInt(first + 2),
                row.getString(first + 3),
                RowState.marks(row.getString(first + 4)),
                HexFormat.of().parseHex(row.getString(first + 5)));
    }
}
