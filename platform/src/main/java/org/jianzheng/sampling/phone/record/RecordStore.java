package org.jianzheng.sampling.phone.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.sampling.phone.photo.DestroyedPhoto;
import org.jianzheng.sampling.phone.photo.PhotoDestruction;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.sampling.phone.photo.SitePhotos;
import org.jianzheng.sampling.site.RecordOutcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What phones sent: added with its ledger entry, never changed. */
@Component
class RecordStore {

    private static final String COLUMNS =
            "arrival_id, id, username, name, phone_id, kind, case_id, sample_label, body, sha256, signature, phone_at,"
                    + " contact_at, arrived_at, latitude, longitude, accuracy, outcome, reason";

    private final SitePhotos photos;
    private final PhotoDestruction destruction;
    private final HeldRecords held;
    private final UnorderedStore unordered;
    private final JdbcClient jdbc;
    private final OfficialRows official;
    private final Ledger ledger;

    RecordStore(
            SitePhotos photos,
            PhotoDestruction destruction,
            HeldRecords held,
            UnorderedStore unordered,
            JdbcClient jdbc,
            OfficialRows official,
            Ledger ledger) {
        this.photos = photos;
        this.destruction = destruction;
        this.held = held;
        this.unordered = unordered;
        this.jdbc = jdbc;
        this.official = official;
        this.ledger = ledger;
    }

    void add(ArrivedRecord arrival, RecordOutcome outcome, String sampleLabel, String reason) {
        SignedRecord record = arrival.record();
        SignedRecord.Position position = record.position();
        String caseId = arrival.caseKnown() ? arrival.caseId() : null;
        String subject = "phone-record:" + arrival.arrivalId();
        official.insert(
                subject,
                "sampling_phone_record",
                COLUMNS,
                arrival.arrivalId(),
                record.id().toString(),
                arrival.by().username(),
                arrival.by().name(),
                arrival.phoneId(),
                record.kind().name(),
                caseId,
                sampleLabel,
                arrival.body(),
                arrival.sha256(),
                arrival.signature(),
                CityTime.utc(record.proof().at()),
                CityTime.utc(arrival.contactAt()),
                CityTime.utc(arrival.at()),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                position == null ? null : position.accuracy(),
                outcome.name(),
                reason);
        if (record.ahead()) {
            held.settled(arrival.arrivalId());
        }
        if (caseId != null) {
            addPhotos(arrival, outcome, subject, caseId);
        }
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("record", record.id().toString());
        content.put("sha256", arrival.sha256());
        content.put("outcome", outcome.name());
        content.put("phone", String.valueOf(arrival.phoneId()));
        content.put("photos", photosOf(arrival).stream().map(SitePhoto::proof).toList());
        content.put(
                "files",
                photosOf(arrival).stream()
                        .map(photo -> photo.kept().file())
                        .filter(Objects::nonNull)
                        .toList());
        ledger.append(new Ledger.Fact(null, "phone.record." + outcome, subject, caseId, reason, content));
    }

    private void addPhotos(ArrivedRecord arrival, RecordOutcome outcome, String subject, String caseId) {
        Map<String, Object[]> rows = new LinkedHashMap<>();
        arrival.record()
                .photos()
                .forEach(photo -> rows.putIfAbsent(photo.sha256(), new Object[] {
                    arrival.arrivalId(),
                    photo.sha256(),
                    photo.purpose().name(),
                    caseId,
                    outcome.counts() ? photo.sha256() : null
                }));
        if (!rows.isEmpty()) {
            official.insertAll(
                    subject,
                    "sampling_record_photo",
                    "arrival_id, sha256, purpose, case_id, used_sha256",
                    new ArrayList<>(rows.values()));
        }
    }

    /** Those of its photos that have come. */
    List<SitePhoto> photosOf(ArrivedRecord arrival) {
        return arrival.record().photoHashes().stream()
                .flatMap(sha256 -> photos.find(sha256, arrival.by().username()).stream())
                .toList();
    }

    /** What is answered to these very bytes: what became of them, or that they wait. */
    Optional<RecordAnswer> answered(String username, String id, String sha256) {
        return decided(username, id, sha256)
                .or(() -> held.answered(username, id, sha256))
                .or(() -> unordered.answered(username, id, sha256));
    }

    /** What became of them. */
    Optional<RecordAnswer> decided(String username, String id, String sha256) {
        return jdbc.sql(
                        "SELECT outcome, reason FROM sampling_phone_record WHERE username = ? AND id = ? AND sha256 = ?")
                .params(username, id, sha256)
                .query((row, n) -> new RecordAnswer(id, row.getString(1), row.getString(2), List.of()))
                .optional();
    }

    /** Whether a record of that number and other bytes, signed by a phone of this person, was there before. */
    boolean isTaken(String username, String id, String sha256) {
        long others = jdbc.sql("SELECT COUNT(*) FROM sampling_phone_record"
                        + " WHERE username = ? AND id = ? AND sha256 <> ? AND phone_id IS NOT NULL")
                .params(username, id, sha256)
                .query(Long.class)
                .single();
        return others > 0 || held.isTaken(username, id, sha256) || unordered.isTaken(username, id, sha256);
    }

    /**
     * The sampler's record of a sample, which counts.
     *
     * @param at when the phone says that it was signed
     * @param cameLate whether the station took the phone's word for that
     */
    record Sampled(Instant at, boolean cameLate) {}

    /** Empty where it came from a desk. */
    Optional<Sampled> sampled(String caseId, String sampleLabel) {
        official.requireIntact("sampling_phone_record", Map.of("case_id", caseId));
        return jdbc.sql("SELECT phone_at, outcome = 'DEFERRED' AS late FROM sampling_phone_record WHERE case_id = ?"
                        + " AND kind = 'TAKE' AND sample_label = ? AND outcome IN ('ACCEPTED', 'DEFERRED')")
                .params(caseId, sampleLabel)
                .query((row, n) -> new Sampled(CityTime.instant(row, "phone_at"), row.getBoolean("late")))
                .optional();
    }

    /**
     * Of these photos those that a record which counts has named before, or that the platform itself showed of another.
     *
     * @param but the arrival that they are of
     */
    List<String> photosThatCount(List<String> hashes, String but) {
        if (hashes.isEmpty()) {
            return List.of();
        }
        String marks = String.join(", ", Collections.nCopies(hashes.size(), "?"));
        return jdbc.sql("SELECT used_sha256 FROM sampling_record_photo WHERE used_sha256 IN (" + marks + ")"
                        + " UNION SELECT shown_sha256 FROM sampling_photo WHERE shown_sha256 IN (" + marks + ")"
                        + " UNION SELECT thumb_sha256 FROM sampling_photo WHERE thumb_sha256 IN (" + marks + ")"
                        // Nobody will ever see it.
                        + " UNION SELECT sha256 FROM sampling_photo_destroyed WHERE sha256 IN (" + marks + ")"
                        + " UNION SELECT sha256 FROM sampling_unordered_photo WHERE sha256 IN (" + marks
                        + ") AND arrival_id <> ?")
                .params(Stream.of(hashes, hashes, hashes, hashes, hashes, List.of(but))
                        .flatMap(List::stream)
                        .toList())
                .query(String.class)
                .list();
    }

    /** Of a case, in the order they came. */
    List<PhoneRecordView> ofCase(String caseId) {
        Map<String, List<PhoneRecordView.Photo>> shown = photosOf(caseId);
        List<PhoneRecordView> records = new ArrayList<>(jdbc.sql("SELECT " + COLUMNS
                        + " FROM sampling_phone_record WHERE case_id = ? ORDER BY arrived_at, arrival_id")
                .param(caseId)
                .query((row, n) -> new PhoneRecordView(
                        row.getString("arrival_id"),
                        row.getString("id"),
                        row.getString("phone_id"),
                        new PhoneRecordView.Sender(row.getString("username"), row.getString("name")),
                        RecordKind.valueOf(row.getString("kind")),
                        row.getString("sample_label"),
                        RecordOutcome.valueOf(row.getString("outcome")),
                        row.getString("reason"),
                        new PhoneRecordView.Times(
                                CityTime.instant(row, "phone_at"),
                                CityTime.instant(row, "contact_at"),
                                CityTime.instant(row, "arrived_at")),
                        row.getBigDecimal("accuracy"),
                        shown.getOrDefault(row.getString("arrival_id"), List.of())))
                .list());
        records.addAll(held.ofCase(caseId));
        return records;
    }

    /** By the arrival that named them. */
    private Map<String, List<PhoneRecordView.Photo>> photosOf(String caseId) {
        Map<String, SitePhoto> kept = new HashMap<>();
        photos.ofCase(caseId).forEach(photo -> kept.put(photo.sha256() + photo.username(), photo));
        Map<String, DestroyedPhoto> destroyed = new HashMap<>();
        destruction.ofCase(caseId).forEach(one -> destroyed.put(one.sha256() + one.username(), one));
        Map<String, List<PhoneRecordView.Photo>> named = new LinkedHashMap<>();
        jdbc.sql("SELECT n.arrival_id, n.sha256, n.purpose, r.username FROM sampling_record_photo n"
                        + " JOIN sampling_phone_record r ON r.arrival_id = n.arrival_id WHERE n.case_id = ?"
                        + " ORDER BY n.purpose DESC")
                .param(caseId)
                .query((row, n) -> named.computeIfAbsent(row.getString(1), key -> new ArrayList<>())
                        .add(new PhoneRecordView.Photo(
                                row.getString(2),
                                row.getString(3),
                                kept.get(row.getString(2) + row.getString(4)),
                                destroyed.get(row.getString(2) + row.getString(4)))))
                .list();
        return named;
    }
}
