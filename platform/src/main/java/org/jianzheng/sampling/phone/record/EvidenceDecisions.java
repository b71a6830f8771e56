package org.jianzheng.sampling.phone.record;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jianzheng.commission.Commissions;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 存证裁定: what the station makes of a record that completed nothing. Accepted it is evidence of what happened on the site, rejected
 * it is none; neither changes the sample, whose own way was gone already.
 */
@Service
@Transactional
public class EvidenceDecisions {

    private static final int LONGEST = 500;
    private static final String TABLE = "sampling_evidence_decision";
    private static final String RECORDS = "sampling_phone_record";

    private final JdbcClient jdbc;
    private final Commissions commissions;
    private final RecordNotices notices;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    EvidenceDecisions(
            JdbcClient jdbc,
            Commissions commissions,
            RecordNotices notices,
            OfficialRows official,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.jdbc = jdbc;
        this.commissions = commissions;
        this.notices = notices;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether the acting person is who decides. */
    public boolean mayDecide() {
        return identity.acting().ofStation();
    }

    /**
     * @param form {@code decision} ACCEPT or REJECT, and the {@code reason}
     * @throws RuleBroken for anybody but the station's people, on one's own record, and a second time
     */
    public void decide(String caseId, String arrivalId, Map<String, ?> form) {
        if (!mayDecide()) {
            throw new RuleBroken("sampling.evidence.station");
        }
        FormValues values = new FormValues(form);
        boolean accepted = values.choice("decision", "ACCEPT", "REJECT").equals("ACCEPT");
        String reason = values.required("reason", LONGEST);
        Person by = identity.acting();
        Sent sent = sent(caseId, arrivalId);
        if (sent.username().equals(by.username())) {
            throw new RuleBroken("sampling.evidence.own");
        }
        official.requireIntact(RECORDS, Map.of("case_id", caseId, "arrival_id", arrivalId));
        Instant now = CityTime.now(clock);
        String subject = "phone-record:" + arrivalId;
        try {
            official.insert(
                    subject,
                    TABLE,
                    "arrival_id, case_id, accepted, reason, decided_by, decided_name, decided_at",
                    arrivalId,
                    caseId,
                    accepted,
                    reason,
                    by.username(),
                    by.name(),
                    CityTime.utc(now));
        } catch (DuplicateKeyException twice) {
            throw new RuleBroken("sampling.evidence.twice");
        }
        ledger.append(new Ledger.Fact(
                null,
                accepted ? "phone.record.evidenceAccepted" : "phone.record.evidenceRejected",
                subject,
                caseId,
                reason,
                Map.of("accepted", accepted, "at", now.toString())));
        CaseParties parties = commissions.find(caseId).parties();
        String to = sent.kind() == RecordKind.TAKE
                ? "contractors/" + parties.contractorCode() + "/sampler"
                : "supervision/" + parties.supervisionCode() + "/witness";
        notices.decided(arrivalId, to, sent.label(), accepted, reason, caseId);
    }

    private record Sent(String username, RecordKind kind, String label) {}

    private Sent sent(String caseId, String arrivalId) {
        return jdbc.sql("SELECT username, kind, sample_label FROM " + RECORDS
                        + " WHERE arrival_id = ? AND case_id = ? AND outcome = 'EVIDENCE'")
                .params(arrivalId, caseId)
                .query((row, n) -> new Sent(
                        row.getString(1), RecordKind.valueOf(row.getString(2)), Objects.toString(row.getString(3), "")))
                .optional()
                .orElseThrow(() -> new NotFound("sampling.evidence.unknown"));
    }

    /** Of a case, by arrival. */
    @Transactional(readOnly = true)
    public Map<String, EvidenceDecision> ofCase(String caseId) {
        Map<String, EvidenceDecision> made = new LinkedHashMap<>();
        jdbc.sql("SELECT arrival_id, accepted, reason, decided_name, decided_at FROM " + TABLE + " WHERE case_id = ?")
                .param(caseId)
                .query((row, n) -> made.put(
                        row.getString(1),
                        new EvidenceDecision(
                                row.getBoolean(2),
                                row.getString(3),
                                row.getString(4),
                                CityTime.instant(row, "decided_at"))))
                .list();
        return made;
    }
}
