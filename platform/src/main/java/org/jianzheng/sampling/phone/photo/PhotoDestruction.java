package org.jianzheng.sampling.phone.photo;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.evidence.FileKeys;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Destroys a photo of a person by destroying its key, when its time is over or the law asks for it: no copy of its files can be read again, once
 * the database's backups that still hold the key have run out. That it was, and what it proves, stays in the ledger.
 */
@Service
@Transactional
public class PhotoDestruction {

    private static final int LONGEST = 500;
    private static final Set<String> ENDED = Set.of("ARCHIVED", "WITHDRAWN");
    private static final String TABLE = "sampling_photo_destroyed";

    private final FileKeys keys;
    private final Commissions commissions;
    private final OfficialRows official;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    PhotoDestruction(
            FileKeys keys,
            Commissions commissions,
            OfficialRows official,
            JdbcClient jdbc,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.keys = keys;
        this.commissions = commissions;
        this.official = official;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether the acting person is who may. */
    public boolean mayDestroy() {
        return identity.acting().has(Role.STATIONADMIN);
    }

    /**
     * @param caseId of which it is; the caller has checked that
     * @throws RuleBroken for anybody but the station's administrator, and while a running case rests on the photo
     */
    public void destroy(String caseId, SitePhoto photo, String reason) {
        if (!mayDestroy()) {
            throw new RuleBroken("sampling.photo.destroy.station");
        }
        String said = FormValues.reason(reason, LONGEST);
        if (photo.kept().keyId() == null) {
            throw new NotFound("sampling.photo.unknown");
        }
        if (!keys.exists(photo.kept().keyId())) {
            throw new RuleBroken("sampling.photo.destroy.twice");
        }
        boolean running = casesOn(photo).stream()
                .anyMatch(each -> !ENDED.contains(commissions.find(each).state()));
        if (running) {
            throw new RuleBroken("sampling.photo.destroy.running");
        }
        keys.destroy(photo.kept().keyId());
        keep(caseId, photo, said);
    }

    /** Those of which a record that counts, or evidence that the station accepted, rests on the photo. */
    private List<String> casesOn(SitePhoto photo) {
        return jdbc.sql("SELECT DISTINCT n.case_id FROM sampling_record_photo n"
                        + " LEFT JOIN sampling_evidence_decision d ON d.arrival_id = n.arrival_id AND d.accepted"
                        + " WHERE n.sha256 = ? AND n.case_id IS NOT NULL"
                        + " AND (n.used_sha256 IS NOT NULL OR d.arrival_id IS NOT NULL)")
                .param(photo.sha256())
                .query(String.class)
                .list();
    }

    private void keep(String caseId, SitePhoto photo, String reason) {
        Person by = identity.acting();
        Instant now = CityTime.now(clock);
        String subject = "phone-photo:" + photo.proof();
        official.insert(
                subject,
                TABLE,
                "sha256, username, case_id, reason, destroyed_by, destroyed_name, destroyed_at",
                photo.sha256(),
                photo.username(),
                caseId,
                reason,
                by.username(),
                by.name(),
                CityTime.utc(now));
        ledger.append(new Ledger.Fact(
                null,
                "phone.photo.destroyed",
                subject,
                caseId,
                reason,
                Map.of("photo", photo.proof(), "file", photo.kept().file())));
    }

    /** Of the case. The caller has checked who may know of it. */
    @Transactional(readOnly = true)
    public List<DestroyedPhoto> ofCase(String caseId) {
        return jdbc.sql("SELECT sha256, username, reason, destroyed_name, destroyed_at FROM " + TABLE
                        + " WHERE case_id = ?")
                .param(caseId)
                .query((row, n) -> new DestroyedPhoto(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        CityTime.instant(row, "destroyed_at")))
                .list();
    }
}
