package org.jianzheng.records.rows;

import java.util.SortedMap;

/**
 * A row as the database holds it.
 *
 * @param key values of its primary key
 * @param belongsTo the case that it is of, else the first value of its key
 * @param values as text by column; what is NULL is left out, so that a column added later changes nothing
 */
record OfficialRow(String table, String key, String belongsTo, SortedMap<String, String> values) {

    RowKey id() {
        return new RowKey(table, key);
    }
}
