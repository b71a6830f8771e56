package org.jianzheng.records.number;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What a check of one series found.
 *
 * @param issued how many numbers are issued, void ones included
 * @param last the highest serial that was ever given
 * @param missing serials up to it that nobody holds; empty as it should be
 * @param voided numbers that are issued and void
 */
public record GapAudit(int issued, int last, List<Integer> missing, List<String> voided) {

    public GapAudit {
        missing = List.copyOf(missing);
        voided = List.copyOf(voided);
    }

    /** Of a series as the tables have it. */
    public static GapAudit of(JdbcTemplate sql, String kind, String labCode, int year) {
        String series = " FROM issued_number WHERE kind = ? AND lab_code = ? AND year = ?";
        return of(
                sql.queryForList("SELECT serial" + series + " ORDER BY serial", Integer.class, kind, labCode, year),
                sql.queryForObject(
                        "SELECT COALESCE(MAX(last), 0) FROM number_series WHERE kind = ? AND lab_code = ? AND year = ?",
                        Integer.class,
                        kind,
                        labCode,
                        year),
                sql.queryForList(
                        "SELECT number FROM voided_number WHERE number IN (SELECT number" + series
                                + ") ORDER BY number",
                        String.class,
                        kind,
                        labCode,
                        year));
    }

    static GapAudit of(List<Integer> serials, int last, List<String> voided) {
        Set<Integer> held = new HashSet<>(serials);
        List<Integer> missing = held.size() == last
                ? List.of()
                : IntStream.rangeClosed(1, last)
                        .filter(serial -> !held.contains(serial))
                        .boxed()
                        .toList();
        return new GapAudit(serials.size(), last, missing, voided);
    }

    public boolean gapless() {
        return missing.isEmpty() && issued == last;
    }
}
