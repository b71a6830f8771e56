package org.jianzheng.sampling.site;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 桌面登记准许: where phones are required, a desk is for cases that the station names, one by one, with its reason. */
@Service
@Transactional
public class DeskExceptions {

    private static final int LONGEST = 500;
    private static final String TABLE = "sampling_desk_exception";

    private final PhoneSettings settings;
    private final ArrivingRecord arriving;
    private final OfficialRows official;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    DeskExceptions(
            PhoneSettings settings,
            ArrivingRecord arriving,
            OfficialRows official,
            JdbcClient jdbc,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.settings = settings;
        this.arriving = arriving;
        this.official = official;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * What is being completed came by phone, or may come from a desk.
     *
     * @throws RuleBroken otherwise
     */
    @Transactional(readOnly = true)
    public void requirePhone(String caseId, Instant marksIssuedAt) {
        if (arriving.current().isEmpty() && isPhoneOnly(caseId, marksIssuedAt)) {
            throw new RuleBroken("sampling.desk.phoneOnly");
        }
    }

    /** Whether a desk is refused. */
    @Transactional(readOnly = true)
    public boolean isPhoneOnly(String caseId, Instant marksIssuedAt) {
        boolean required = settings.requiredFrom() != null && !marksIssuedAt.isBefore(settings.requiredFrom());
        return required && !isGranted(caseId);
    }

    private boolean isGranted(String caseId) {
        boolean there = jdbc.sql("SELECT COUNT(*) FROM " + TABLE + " WHERE case_id = ?")
                        .param(caseId)
                        .query(Long.class)
                        .single()
                > 0;
        if (there) {
            official.requireIntact(TABLE, Map.of("case_id", caseId));
        }
        return there;
    }

    /** The station lets this case be recorded at a desk. */
    public void grant(String caseId, String reason) {
        Person by = identity.acting();
        if (!by.ofStation()) {
            throw new RuleBroken("sampling.desk.station");
        }
        String said = FormValues.reason(reason, LONGEST);
        if (isGranted(caseId)) {
            throw new RuleBroken("sampling.desk.twice");
        }
        String subject = "desk-exception:" + caseId;
        official.insert(
                subject,
                TABLE,
                "case_id, reason, granted_by, granted_name, granted_at",
                caseId,
                said,
                by.username(),
                by.name(),
                CityTime.utc(CityTime.now(clock)));
        ledger.append(new Ledger.Fact(null, "sample.deskGranted", subject, caseId, said, Map.of()));
    }
}
