package org.jianzheng.records.rows;

/** Which row. @param key values of its primary key */
record RowKey(String table, String key) {}
