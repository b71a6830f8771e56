/**
 * What official rows were when the platform wrote them last: a mark for each of their columns, under a key that is not in the
 * database. A row that somebody added or changed past the platform does not match, and is named by the nightly check.
 */
package org.jianzheng.records.rows;
