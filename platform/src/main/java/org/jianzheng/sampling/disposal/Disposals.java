package org.jianzheng.sampling.disposal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Disposals, each written once. The caller has checked whose sample it is and that it was tested. */
@Component
public class Disposals {

    private static final int LONGEST_NOTE = 200;

    private final JdbcClient sql;
    private final OfficialRows official;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Disposals(JdbcClient sql, OfficialRows official, Ledger ledger, Identity identity, Clock clock) {
        this.sql = sql;
        this.official = official;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    public Optional<Disposal> of(String sampleId) {
        return sql.sql("SELECT * FROM sampling_disposal WHERE sample_id = ?")
                .param(sampleId)
                .query((row, n) -> new Disposal(
                        CityTime.instant(row, "disposed_at"),
                        row.getString("disposed_by"),
                        row.getString("disposed_name"),
                        row.getString("way"),
                        row.getString("note")))
                .optional();
    }

    /** @param subject of the sample in the ledger */
    public void add(String subject, String caseId, String sampleId, FormValues form) {
        String way = form.choice("way", "SCRAPPED", "RETURNED");
        String note = form.text("note", LONGEST_NOTE);
        Person person = identity.acting();
        Instant now = CityTime.now(clock);
        try {
            official.insert(
                    subject,
                    "sampling_disposal",
                    "sample_id, disposed_at, disposed_by, disposed_name, way, note",
                    sampleId,
                    CityTime.utc(now),
                    person.username(),
                    person.name(),
                    way,
                    note);
        } catch (DuplicateKeyException done) {
            throw new RuleBroken("sampling.disposal.done", subject.substring(subject.indexOf(':') + 1));
        }
        ledger.append(new Ledger.Fact(
                null,
                "sample.disposed",
                subject,
                caseId,
                null,
                Map.of("way", way, "note", note, "at", now.toString())));
    }
}
