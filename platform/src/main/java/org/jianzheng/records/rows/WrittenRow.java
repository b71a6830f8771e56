package org.jianzheng.records.rows;

import java.util.Set;
import java.util.TreeSet;

/**
 * A row that the platform has written.
 *
 * @param columns those written; null where the whole row is new
 */
record WrittenRow(OfficialRow row, Set<String> columns) {

    WrittenRow and(WrittenRow other) {
        if (columns == null || other.columns == null) {
            return new WrittenRow(row, null);
        }
        Set<String> all = new TreeSet<>(columns);
        all.addAll(other.columns);
        return new WrittenRow(row, all);
    }
}
