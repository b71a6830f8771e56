package org.jianzheng.records.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jianzheng.kernel.CityTime;

/**
 * A file that somebody handed in to prove something.
 *
 * @param of what it was handed in for
 * @param use what it is to show, by a name of that; empty where all show the same
 * @param about its caption, or which part of that it belongs to; may be empty
 * @param sha256 hex, its key in the evidence store
 */
public record Paper(
        String id,
        String of,
        String use,
        String about,
        String name,
        String mediaType,
        String sha256,
        long size,
        String byName,
        Instant at) {

    /** Out of a row with columns of these names. */
    public static Paper row(ResultSet row, int n) throws SQLException {
        return new Paper(
                row.getString("id"),
                row.getString("of_id"),
                row.getString("purpose"),
                row.getString("about"),
                row.getString("name"),
                row.getString("media_type"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("by_name"),
                CityTime.instant(row, "added_at"));
    }

    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
