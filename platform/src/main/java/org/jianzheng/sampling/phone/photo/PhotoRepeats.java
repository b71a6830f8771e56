package org.jianzheng.sampling.phone.photo;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CityTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds photos of records that count which look like this one. Exactly the same one is refused elsewhere. */
@Component
public class PhotoRepeats {

    private static final Period BACK = Period.ofYears(2);
    private static final int MOST = 3;

    private final JdbcClient jdbc;

    PhotoRepeats(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * A photo that was there before.
     *
     * @param distance in how many of 64 bits they differ
     */
    public record Repeat(SitePhoto photo, String caseId, String sampleLabel, int distance) {}

    /**
     * Of the last two years, the nearest first; three at most.
     *
     * @param arrivalId of the record that names the photo, whose turned heads are like it
     */
    @Transactional(readOnly = true)
    public List<Repeat> of(SitePhoto photo, String arrivalId, Instant now) {
        return jdbc.sql("SELECT look FROM sampling_photo WHERE sha256 = ? AND username = ? AND look IS NOT NULL")
                .params(photo.sha256(), photo.username())
                .query(Long.class)
                .optional()
                .map(look -> near(look, photo, arrivalId, now))
                .orElse(List.of());
    }

    private List<Repeat> near(long look, SitePhoto photo, String arrivalId, Instant now) {
        Instant from = now.atOffset(ZoneOffset.UTC).minus(BACK).toInstant();
        Map<String, Repeat> found = new LinkedHashMap<>();
        for (int quarter = 0; quarter < PictureLook.QUARTERS; quarter++) {
            for (Repeat repeat : near(look, quarter, photo, arrivalId, from)) {
                found.putIfAbsent(repeat.photo().proof(), repeat);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparingInt(Repeat::distance))
                .limit(MOST)
                .toList();
    }

    // Each by its own index, from the photos on: no database combines four of them with OR for long.
    private List<Repeat> near(long look, int quarter, SitePhoto photo, String arrivalId, Instant from) {
        List<Integer> values = PictureLook.near(PictureLook.quarter(look, quarter));
        List<Object> asked = new ArrayList<>();
        asked.add(look);
        asked.addAll(values);
        asked.addAll(List.of(CityTime.utc(from), look, PictureLook.NEAR, photo.sha256(), arrivalId, look, MOST));
        return jdbc.sql("SELECT STRAIGHT_JOIN " + PhotoStore.COLUMNS + ", r.case_id, r.sample_label,"
                        + " BIT_COUNT(p.look ^ ?) AS distance FROM sampling_photo p JOIN sampling_record_photo n ON n.used_sha256 = p.sha256"
                        + " JOIN sampling_phone_record r ON r.arrival_id = n.arrival_id AND r.username = p.username"
                        + " WHERE p.look_" + (quarter + 1) + " IN ("
                        + String.join(", ", Collections.nCopies(values.size(), "?"))
                        + ") AND p.uploaded_at >= ? AND BIT_COUNT(p.look ^ ?) <= ? AND p.sha256 <> ?"
                        + " AND NOT (n.arrival_id = ? AND n.purpose = 'TURNED')"
                        + " ORDER BY BIT_COUNT(p.look ^ ?), p.uploaded_at LIMIT ?")
                .params(asked)
                .query((row, n) -> new Repeat(
                        PhotoStore.photo(row),
                        row.getString("case_id"),
                        row.getString("sample_label"),
                        row.getInt("distance")))
                .list();
    }
}
