package org.jianzheng.sampling.phone.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.Paged;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.sampling.mark.RollMark;
import org.jianzheng.sampling.site.RecordOutcome;
import org.jianzheng.sampling.site.UnorderedSample;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of samples without an order: what is official is added and never changed; which wait is a working table beside it. */
@Component
class UnorderedStore {

    private static final String TABLE = "sampling_unordered";
    private static final String ARRIVAL = "arrival_id";
    private static final Duration LOOKED_BACK = Duration.ofDays(60);

    private static final String SAMPLE =
            """
            SELECT u.*, COALESCE((SELECT x.join_by FROM sampling_unordered_extension x WHERE x.arrival_id = u.arrival_id
                       ORDER BY x.number DESC LIMIT 1), u.join_by) AS limit_at,
                   h.arrival_id AS witness_arrival, h.username AS witness, h.name AS witness_name, h.arrived_at AS witnessed_at,
                   e.outcome, e.case_id, e.sample_label, e.reason, e.ended_by, e.ended_name, e.ended_at
              FROM sampling_unordered u
              LEFT JOIN sampling_unordered_witness w ON w.arrival_id = u.arrival_id
              LEFT JOIN sampling_held_record h ON h.arrival_id = w.witness_arrival_id
              LEFT JOIN sampling_unordered_end e ON e.arrival_id = u.arrival_id
            """;

    private final RecordReader reader;
    private final ChineseText wording;
    private final JdbcClient jdbc;
    private final OfficialRows official;

    UnorderedStore(RecordReader reader, ChineseText wording, JdbcClient jdbc, OfficialRows official) {
        this.reader = reader;
        this.wording = wording;
        this.jdbc = jdbc;
        this.official = official;
    }

    static String subject(String id) {
        return "unordered-sample:" + id;
    }

    void add(ArrivedRecord arrival, UnorderedSample sample, List<RollMark> marks) {
        CaseParties parties = sample.site().parties();
        official.insert(
                subject(sample.id()),
                TABLE,
                "arrival_id, number, id, username, name, employer, phone_id, project_code, developer_code, contractor_code,"
                        + " supervision_code, unit_works, part, item, grade, batch, specimens, made_at, seal_no, note,"
                        + " came_late, join_by, body, sha256, signature, phone_at, contact_at, arrived_at",
                sample.id(),
                sample.number(),
                arrival.record().id().toString(),
                sample.sampler().username(),
                sample.sampler().name(),
                sample.sampler().employer(),
                sample.sampler().phoneId(),
                sample.site().projectCode(),
                parties.developerCode(),
                parties.contractorCode(),
                parties.supervisionCode(),
                sample.site().unitWorks(),
                sample.site().part(),
                sample.what().item(),
                sample.what().grade(),
                sample.what().batch(),
                sample.what().specimens(),
                CityTime.utc(sample.what().madeAt()),
                sample.what().sealNo(),
                sample.what().note(),
                sample.times().cameLate(),
                CityTime.utc(sample.times().joinBy()),
                arrival.body(),
                arrival.sha256(),
                arrival.signature(),
                CityTime.utc(sample.times().phoneAt()),
                CityTime.utc(arrival.contactAt()),
                CityTime.utc(sample.times().arrivedAt()));
        List<Object[]> marked = new ArrayList<>();
        marks.forEach(mark -> marked.add(new Object[] {mark.mark(), mark.rollNo(), sample.id(), marked.size() + 1}));
        official.insertAll(
                subject(sample.id()), "sampling_unordered_mark", "mark, roll_no, arrival_id, position", marked);
        addPhotos(sample.id(), arrival);
        jdbc.sql("INSERT INTO sampling_unordered_open (arrival_id, join_by, reported) VALUES (?, ?, FALSE)")
                .params(sample.id(), CityTime.utc(sample.times().joinBy()))
                .update();
    }

    /** Its photos count for no other sample from then on. */
    void witness(String id, ArrivedRecord witness) {
        official.insert(
                subject(id), "sampling_unordered_witness", "arrival_id, witness_arrival_id", id, witness.arrivalId());
        addPhotos(id, witness);
    }

    private void addPhotos(String id, ArrivedRecord arrival) {
        official.insertAll(
                subject(id),
                "sampling_unordered_photo",
                "sha256, arrival_id",
                arrival.record().photoHashes().stream()
                        .map(photo -> new Object[] {photo, arrival.arrivalId()})
                        .toList());
    }

    void end(String id, UnorderedSample.End end) {
        official.insert(
                subject(id),
                "sampling_unordered_end",
                "arrival_id, outcome, case_id, sample_label, reason, ended_by, ended_name, ended_at",
                id,
                end.outcome().name(),
                end.caseId(),
                end.label(),
                end.reason(),
                end.username(),
                end.name(),
                CityTime.utc(end.at()));
        jdbc.sql("DELETE FROM sampling_unordered_open WHERE arrival_id = ?")
                .param(id)
                .update();
    }

    void extend(String id, Instant until, String reason, Person by, Instant at) {
        int number = jdbc.sql("SELECT COUNT(*) + 1 FROM sampling_unordered_extension WHERE arrival_id = ?")
                .param(id)
                .query(Integer.class)
                .single();
        official.insert(
                subject(id),
                "sampling_unordered_extension",
                "arrival_id, number, join_by, reason, extended_by, extended_name, extended_at",
                id,
                number,
                CityTime.utc(until),
                reason,
                by.username(),
                by.name(),
                CityTime.utc(at));
        jdbc.sql("UPDATE sampling_unordered_open SET join_by = ?, reported = FALSE WHERE arrival_id = ?")
                .params(CityTime.utc(until), id)
                .update();
    }

    /** Nobody else ends, extends or witnesses it until the caller's transaction ends. */
    void lock(String id) {
        jdbc.sql("SELECT arrival_id FROM sampling_unordered WHERE arrival_id = ? FOR UPDATE")
                .param(id)
                .query(String.class)
                .optional();
    }

    Optional<UnorderedSample> find(String id) {
        return jdbc.sql(SAMPLE + " WHERE u.arrival_id = ?")
                .param(id)
                .query((row, n) -> sample(row))
                .optional();
    }

    List<UnorderedSample> ofCase(String caseId) {
        return jdbc.sql(SAMPLE + " WHERE e.case_id = ? ORDER BY e.ended_at")
                .param(caseId)
                .query((row, n) -> sample(row))
                .list();
    }

    /** The one that bears any of these marks. */
    Optional<UnorderedSample> marked(List<String> marks) {
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql("SELECT DISTINCT arrival_id FROM sampling_unordered_mark WHERE mark IN (:marks) LIMIT 1")
                .param("marks", marks)
                .query(String.class)
                .optional()
                .flatMap(this::find);
    }

    List<String> marks(String id) {
        return jdbc.sql("SELECT mark FROM sampling_unordered_mark WHERE arrival_id = ? ORDER BY position")
                .param(id)
                .query(String.class)
                .list();
    }

    /** Whether a held record is the witness's of one of them. */
    boolean isWitness(String arrivalId) {
        return jdbc.sql("SELECT arrival_id FROM sampling_unordered_witness WHERE witness_arrival_id = ?")
                .param(arrivalId)
                .query(String.class)
                .optional()
                .map(id -> {
                    official.requireIntact("sampling_unordered_witness", Map.of(ARRIVAL, id));
                    return true;
                })
                .orElse(false);
    }

    /** Newest first. @param open only those that wait for an order */
    Paged<UnorderedSample> list(Scope scope, boolean open, int page, int size) {
        String where = " WHERE " + within(scope) + (open ? " AND e.arrival_id IS NULL" : "");
        Map<String, Object> values = new HashMap<>(Map.of("scope", scope.code()));
        return Paged.read(
                page,
                size,
                () -> jdbc.sql("SELECT COUNT(*) FROM sampling_unordered u"
                                + " LEFT JOIN sampling_unordered_end e ON e.arrival_id = u.arrival_id" + where)
                        .params(values)
                        .query(Long.class)
                        .single(),
                (backwards, from, shown) -> {
                    String direction = backwards ? "ASC" : "DESC";
                    return jdbc.sql(SAMPLE + where + " ORDER BY u.arrived_at " + direction + ", u.arrival_id "
                                    + direction + " LIMIT :size OFFSET :offset")
                            .params(values)
                            .param("size", shown)
                            .param("offset", from)
                            .query((row, n) -> sample(row))
                            .list();
                });
    }

    // A laboratory has no part in it before its order.
    private static String within(Scope scope) {
        return switch (scope.kind()) {
            case ALL -> ":scope = ''";
            case DEVELOPER -> "u.developer_code = :scope";
            case CONTRACTOR -> "u.contractor_code = :scope";
            case SUPERVISION -> "u.supervision_code = :scope";
            case LAB, NONE -> ":scope <> :scope";
        };
    }

    /** How many of a contractor's wait. */
    int openOf(String contractor) {
        return jdbc.sql("SELECT COUNT(*) FROM sampling_unordered u"
                        + " LEFT JOIN sampling_unordered_end e ON e.arrival_id = u.arrival_id"
                        + " WHERE u.contractor_code = ? AND e.arrival_id IS NULL")
                .param(contractor)
                .query(Integer.class)
                .single();
    }

    /** Those that came in time, since then, and that nobody has witnessed yet. */
    List<UnorderedSample> unwitnessed(String supervision, Instant since, int most) {
        return jdbc.sql(SAMPLE
                        + " WHERE u.supervision_code = ? AND u.arrived_at >= ? AND NOT u.came_late AND w.arrival_id IS NULL"
                        + " AND e.arrival_id IS NULL ORDER BY u.arrived_at LIMIT ?")
                .params(supervision, CityTime.utc(since), most)
                .query((row, n) -> sample(row))
                .list();
    }

    /** One that waits and is not listed was taken off the list past the platform. */
    void listForgotten(Instant now) {
        jdbc.sql("INSERT IGNORE INTO sampling_unordered_open (arrival_id, join_by, reported)"
                        + " SELECT u.arrival_id, u.join_by, FALSE FROM sampling_unordered u"
                        + " LEFT JOIN sampling_unordered_end e ON e.arrival_id = u.arrival_id"
                        + " LEFT JOIN sampling_unordered_open o ON o.arrival_id = u.arrival_id"
                        + " WHERE u.arrived_at > ? AND e.arrival_id IS NULL AND o.arrival_id IS NULL")
                .param(CityTime.utc(now.minus(LOOKED_BACK)))
                .update();
    }

    /** Those over their limit that the station was not told of; the limit is the official rows'. */
    List<String> toReport(Instant now, int most) {
        return jdbc.sql("SELECT o.arrival_id FROM sampling_unordered_open o"
                        + " JOIN sampling_unordered u ON u.arrival_id = o.arrival_id"
                        + " WHERE NOT o.reported AND COALESCE((SELECT x.join_by FROM sampling_unordered_extension x"
                        + " WHERE x.arrival_id = u.arrival_id ORDER BY x.number DESC LIMIT 1), u.join_by) < ?"
                        + " ORDER BY u.join_by LIMIT ?")
                .params(CityTime.utc(now), most)
                .query(String.class)
                .list();
    }

    void reported(String id) {
        jdbc.sql("UPDATE sampling_unordered_open SET reported = TRUE WHERE arrival_id = ?")
                .param(id)
                .update();
    }

    /** What is answered to these very bytes while they wait for an order. */
    Optional<RecordAnswer> answered(String username, String id, String sha256) {
        return jdbc.sql(SAMPLE + " WHERE u.username = ? AND u.id = ? AND u.sha256 = ?")
                .params(username, id, sha256)
                .query((row, n) -> sample(row))
                .optional()
                .map(sample -> RecordAnswer.of(
                        id,
                        RecordOutcome.HELD,
                        wording.text(
                                "sampling.unordered.waiting",
                                sample.number(),
                                CityTime.minute(sample.times().joinBy()))));
    }

    boolean isTaken(String username, String id, String sha256) {
        return jdbc.sql("SELECT COUNT(*) FROM sampling_unordered WHERE username = ? AND id = ? AND sha256 <> ?")
                        .params(username, id, sha256)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws RuleBroken where a row that says that it may be joined is not as the platform wrote it */
    void requireIntact(String id) {
        List<Map<String, String>> its = List.of(Map.of(ARRIVAL, id));
        official.requireIntact(Map.of(
                TABLE,
                its,
                "sampling_unordered_witness",
                its,
                "sampling_unordered_extension",
                its,
                "sampling_unordered_mark",
                marks(id).stream().map(mark -> Map.of("mark", mark)).toList()));
    }

    /** The record as it came, by the person whose phone signed it. */
    ArrivedRecord arrival(String id) {
        return jdbc.sql("SELECT * FROM sampling_unordered WHERE arrival_id = ?")
                .param(id)
                .query((row, n) -> new ArrivedRecord(
                        id,
                        reader.read(row.getString("body")),
                        row.getString("body"),
                        row.getString("sha256"),
                        row.getString("signature"),
                        new Person(
                                row.getString("username"),
                                row.getString("name"),
                                Set.of(row.getString("employer") + "/sampler")),
                        row.getString("phone_id"),
                        CityTime.instant(row, "contact_at"),
                        CityTime.instant(row, "arrived_at"),
                        new ArrivedRecord.About(null, false, null)))
                .single();
    }

    private static UnorderedSample sample(ResultSet row) throws SQLException {
        return new UnorderedSample(
                row.getString(ARRIVAL),
                row.getString("number"),
                new UnorderedSample.Site(
                        row.getString("project_code"),
                        row.getString("unit_works"),
                        row.getString("part"),
                        new CaseParties(
                                null,
                                row.getString("developer_code"),
                                row.getString("contractor_code"),
                                row.getString("supervision_code"))),
                new UnorderedSample.What(
                        row.getString("item"),
                        row.getString("grade"),
                        row.getString("batch"),
                        row.getInt("specimens"),
                        CityTime.instant(row, "made_at"),
                        row.getString("seal_no"),
                        row.getString("note")),
                new UnorderedSample.Sampler(
                        row.getString("username"),
                        row.getString("name"),
                        row.getString("employer"),
                        row.getString("phone_id")),
                new UnorderedSample.Times(
                        CityTime.instant(row, "phone_at"),
                        CityTime.instant(row, "arrived_at"),
                        row.getBoolean("came_late"),
                        CityTime.instant(row, "limit_at")),
                witnessed(row),
                end(row));
    }

    private static UnorderedSample.Witnessed witnessed(ResultSet row) throws SQLException {
        return row.getString("witness_arrival") == null
                ? null
                : new UnorderedSample.Witnessed(
                        row.getString("witness_arrival"),
                        row.getString("witness"),
                        row.getString("witness_name"),
                        CityTime.instant(row, "witnessed_at"));
    }

    private static UnorderedSample.End end(ResultSet row) throws SQLException {
        return row.getString("outcome") == null
                ? null
                : new UnorderedSample.End(
                        UnorderedSample.State.valueOf(row.getString("outcome")),
                        row.getString("case_id"),
                        row.getString("sample_label"),
                        row.getString("reason"),
                        row.getString("ended_by"),
                        row.getString("ended_name"),
                        CityTime.instant(row, "ended_at"));
    }
}
