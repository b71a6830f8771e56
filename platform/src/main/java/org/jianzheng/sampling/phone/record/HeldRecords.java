package org.jianzheng.sampling.phone.record;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ChineseText;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.sampling.site.RecordOutcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Witnesses' records that came before there was a task for them: kept as they came, and listed for as long as they wait. */
@Component
class HeldRecords {

    private static final String TABLE = "sampling_held_record";
    private static final String REASON = "sampling.record.held";
    /** What waits with a sample without an order is settled when that has an order, or has ended. */
    private static final String UNTIED =
            "arrival_id NOT IN (SELECT w.witness_arrival_id FROM sampling_unordered_witness w)";

    private static final Duration LOOKED_BACK = Duration.ofDays(7);

    private final RecordReader reader;
    private final ChineseText wording;
    private final JdbcClient jdbc;
    private final OfficialRows official;
    private final Ledger ledger;

    HeldRecords(RecordReader reader, ChineseText wording, JdbcClient jdbc, OfficialRows official, Ledger ledger) {
        this.reader = reader;
        this.wording = wording;
        this.jdbc = jdbc;
        this.official = official;
        this.ledger = ledger;
    }

    /** As part of the caller's transaction. */
    void add(ArrivedRecord arrival) {
        String id = arrival.record().id().toString();
        String subject = "phone-record:" + arrival.arrivalId();
        official.insert(
                subject,
                TABLE,
                "arrival_id, id, username, name, employer, phone_id, named_case, body, sha256, signature, phone_at, contact_at, arrived_at",
                arrival.arrivalId(),
                id,
                arrival.by().username(),
                arrival.by().name(),
                arrival.by().employer().orElseThrow(),
                arrival.phoneId(),
                arrival.caseId(),
                arrival.body(),
                arrival.sha256(),
                arrival.signature(),
                CityTime.utc(arrival.record().proof().at()),
                CityTime.utc(arrival.contactAt()),
                CityTime.utc(arrival.at()));
        jdbc.sql("INSERT INTO sampling_held_open (arrival_id, case_id, next_at) VALUES (?, ?, ?)")
                .params(arrival.arrivalId(), arrival.caseId(), CityTime.utc(arrival.at()))
                .update();
        ledger.append(new Ledger.Fact(
                null,
                "phone.record.HELD",
                subject,
                arrival.caseKnown() ? arrival.caseId() : null,
                null,
                Map.of("record", id, "sha256", arrival.sha256(), "phone", arrival.phoneId())));
    }

    Optional<RecordAnswer> answered(String username, String id, String sha256) {
        return jdbc.sql("SELECT w.arrival_id FROM " + TABLE
                        + " h LEFT JOIN sampling_unordered_witness w ON w.witness_arrival_id = h.arrival_id"
                        + " WHERE h.username = ? AND h.id = ? AND h.sha256 = ?")
                .params(username, id, sha256)
                .query((row, n) -> RecordAnswer.of(
                        id,
                        RecordOutcome.HELD,
                        wording.text(row.getString(1) == null ? REASON : "sampling.unordered.witnessHeld")))
                .optional();
    }

    boolean isTaken(String username, String id, String sha256) {
        return !jdbc.sql("SELECT 1 FROM " + TABLE + " WHERE username = ? AND id = ? AND sha256 <> ?")
                .params(username, id, sha256)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** Arrivals that wait and are to be looked at. */
    List<String> due(Instant now, int most) {
        return jdbc.sql("SELECT arrival_id FROM sampling_held_open WHERE next_at <= ? ORDER BY next_at LIMIT ?")
                .params(CityTime.utc(now), most)
                .query(String.class)
                .list();
    }

    /** Arrivals that wait for the sampler of this case, and those of which nobody knows the case yet. */
    List<String> waitingFor(String caseId, int most) {
        return jdbc.sql("SELECT arrival_id FROM sampling_held_open WHERE case_id = ?"
                        + " UNION ALL (SELECT arrival_id FROM sampling_held_open WHERE case_id IS NULL AND " + UNTIED
                        + " ORDER BY next_at LIMIT ?)")
                .params(caseId, most)
                .query(String.class)
                .list();
    }

    /** Arrivals of which nobody knows the case yet. */
    List<String> waitingForAny(int most) {
        return jdbc.sql("SELECT arrival_id FROM sampling_held_open WHERE case_id IS NULL AND " + UNTIED
                        + " ORDER BY next_at LIMIT ?")
                .param(most)
                .query(String.class)
                .list();
    }

    /** How many of a person's wait for a sampler. */
    long openOf(String username) {
        return jdbc.sql("SELECT COUNT(*) FROM sampling_held_open o JOIN " + TABLE
                        + " h ON h.arrival_id = o.arrival_id WHERE h.username = ? AND h." + UNTIED)
                .param(username)
                .query(Long.class)
                .single();
    }

    /** One that is neither decided nor listed was taken off the list past the platform. */
    void listForgotten(Instant now) {
        jdbc.sql("INSERT IGNORE INTO sampling_held_open (arrival_id, case_id, next_at)"
                        + " SELECT h.arrival_id, h.named_case, ? FROM " + TABLE + " h"
                        + " LEFT JOIN sampling_phone_record r ON r.arrival_id = h.arrival_id"
                        + " LEFT JOIN sampling_held_open o ON o.arrival_id = h.arrival_id"
                        + " WHERE h.arrived_at > ? AND r.arrival_id IS NULL AND o.arrival_id IS NULL")
                .params(CityTime.utc(now), CityTime.utc(now.minus(LOOKED_BACK)))
                .update();
    }

    void lookAgain(String arrivalId, Instant at) {
        jdbc.sql("UPDATE sampling_held_open SET next_at = ? WHERE arrival_id = ?")
                .params(CityTime.utc(at), arrivalId)
                .update();
    }

    /** It waits no longer. */
    void settled(String arrivalId) {
        jdbc.sql("DELETE FROM sampling_held_open WHERE arrival_id = ?")
                .param(arrivalId)
                .update();
    }

    /**
     * One that waits, as it came, by the person whose phone signed it: out of rows that are as the platform wrote them.
     *
     * @return empty where it waits no longer
     */
    Optional<ArrivedRecord> waiting(String arrivalId) {
        return jdbc.sql("SELECT h.* FROM sampling_held_open o JOIN " + TABLE
                        + " h ON h.arrival_id = o.arrival_id WHERE o.arrival_id = ?")
                .param(arrivalId)
                .query((row, n) -> arrival(row))
                .optional()
                .map(arrival -> {
                    official.requireIntact(TABLE, Map.of("arrival_id", arrivalId));
                    return arrival;
                });
    }

    /** One as it came, whether it still waits or not. */
    Optional<ArrivedRecord> find(String arrivalId) {
        return jdbc.sql("SELECT h.* FROM " + TABLE + " h WHERE h.arrival_id = ?")
                .param(arrivalId)
                .query((row, n) -> arrival(row))
                .optional();
    }

    private ArrivedRecord arrival(ResultSet row) throws SQLException {
        SignedRecord record = reader.read(row.getString("body"));
        return new ArrivedRecord(
                row.getString("arrival_id"),
                record,
                row.getString("body"),
                row.getString("sha256"),
                row.getString("signature"),
                new Person(
                        row.getString("username"),
                        row.getString("name"),
                        Set.of(row.getString("employer") + "/witness")),
                row.getString("phone_id"),
                CityTime.instant(row, "contact_at"),
                CityTime.instant(row, "arrived_at"),
                new ArrivedRecord.About(row.getString("named_case"), false, null));
    }

    /** Of a case, for its page. */
    List<PhoneRecordView> ofCase(String caseId) {
        return jdbc.sql(
                        "SELECT h.arrival_id, h.id, h.phone_id, h.username, h.name, h.phone_at, h.contact_at, h.arrived_at"
                                + " FROM sampling_held_open o JOIN " + TABLE
                                + " h ON h.arrival_id = o.arrival_id WHERE o.case_id = ? ORDER BY h.arrived_at")
                .param(caseId)
                .query((row, n) -> new PhoneRecordView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        new PhoneRecordView.Sender(row.getString(4), row.getString(5)),
                        RecordKind.WITNESS,
                        null,
                        RecordOutcome.HELD,
                        wording.text(REASON),
                        new PhoneRecordView.Times(
                                CityTime.instant(row, "phone_at"),
                                CityTime.instant(row, "contact_at"),
                                CityTime.instant(row, "arrived_at")),
                        null,
                        List.of()))
                .list();
    }
}
