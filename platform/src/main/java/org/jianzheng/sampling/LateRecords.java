package org.jianzheng.sampling;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.GeoPoint;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.sampling.event.CustodyRecorded;
import org.jianzheng.sampling.site.ArrivingRecord;
import org.jianzheng.sampling.site.LateDecisionView;
import org.jianzheng.sampling.site.RecordWindow;
import org.jianzheng.sampling.site.SiteRecord;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Records that came late because the site had no network (离线补传). The server's clock says that they are late, only the
 * phone's says that they are not: a person of the station decides, who alone has no part in sampling, witnessing or testing.
 * A laboratory's word would be that of a house which lives on the samples it takes in.
 */
@Component
class LateRecords {

    static final String ACCEPTED = "sample.lateAccepted";

    private static final int LONGEST = 500;

    private final ArrivingRecord arriving;
    private final OfficialRows official;
    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    LateRecords(
            ArrivingRecord arriving,
            OfficialRows official,
            JdbcClient jdbc,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.arriving = arriving;
        this.official = official;
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    /** Whether what came outside its window may have been made within. */
    boolean mayBeFrom(RecordWindow allowed, Instant arrived) {
        Optional<SiteRecord> record = arriving.current();
        return !allowed.covers(arrived)
                && record.filter(one -> one.mayBeFrom(allowed.closes())).isPresent();
    }

    /** The time that the witness has: of a record that was signed before the sampler's came, from that one's own time on. */
    RecordWindow witnessing(Sample sample, Duration length) {
        return new RecordWindow(held().map(SiteRecord.Held::from).orElseGet(() -> witnessedFrom(sample)), length);
    }

    /** When the record that is being completed came. */
    Instant arrived() {
        return held().map(SiteRecord.Held::arrived).orElseGet(() -> CityTime.now(clock));
    }

    private Optional<SiteRecord.Held> held() {
        return arriving.current().map(SiteRecord::held);
    }

    /** When the witness's time begins: with the sampler's record, or with the decision that it counts. */
    Instant witnessedFrom(Sample sample) {
        Instant taken = sample.taken().at();
        return acceptedAt(sample).filter(taken::isBefore).orElse(taken);
    }

    private Optional<Instant> acceptedAt(Sample sample) {
        return jdbc.sql(
                        "SELECT decided_at FROM sampling_late_decision WHERE sample_id = ? AND step = 'TAKING' AND accepted")
                .param(sample.id())
                .query((row, n) -> CityTime.instant(row, "decided_at"))
                .optional();
    }

    /** What the phone's record adds to what the ledger keeps of a step. */
    Map<String, Object> proof() {
        Map<String, Object> proof = new LinkedHashMap<>();
        arriving.current().ifPresent(record -> {
            proof.put("phoneRecord", record.id());
            proof.put("phoneAt", record.phoneAt().toString());
            proof.put("contactAt", String.valueOf(record.contactAt()));
            proof.put("accuracy", record.accuracy() == null ? BigDecimal.ZERO : record.accuracy());
            proof.put("photos", record.photos());
        });
        return proof;
    }

    /** Where the record came from, with what only its phone knows. */
    CustodyRecorded.Place place(GeoPoint point) {
        return arriving.current()
                .map(record -> new CustodyRecorded.Place(point, record.accuracy(), record.phoneAt(), record.phone()))
                .orElseGet(() -> new CustodyRecorded.Place(point, null, null, null));
    }

    SampleState decide(Sample sample, FormValues form) {
        boolean accepted = form.choice("decision", "ACCEPT", "REFUSE").equals("ACCEPT");
        String said = form.required("reason", LONGEST);
        Person by = identity.acting();
        if (!by.ofStation()) {
            throw new RuleBroken("sampling.late.station");
        }
        String step = sample.state() == SampleState.TAKING_UNDECIDED ? "TAKING" : "WITNESSING";
        String refusal = "离线补传未被采信：" + said;
        sample.decideLate(accepted ? null : refusal, by.username());
        Instant now = CityTime.now(clock);
        official.insert(
                sample.ledgerSubject(),
                "sampling_late_decision",
                "sample_id, step, accepted, reason, decided_by, decided_name, decided_at",
                sample.id(),
                step,
                accepted,
                said,
                by.username(),
                by.name(),
                CityTime.utc(now));
        ledger.append(new Ledger.Fact(
                null,
                accepted ? ACCEPTED : "sample.lateRefused",
                sample.ledgerSubject(),
                sample.caseId(),
                said,
                Map.of("step", step, "at", now.toString())));
        return sample.state();
    }

    /** Decisions of a sample, the first first. */
    List<LateDecisionView> of(Sample sample) {
        return jdbc.sql("SELECT step, accepted, reason, decided_name, decided_at FROM sampling_late_decision"
                        + " WHERE sample_id = ? ORDER BY decided_at")
                .param(sample.id())
                .query((row, n) -> new LateDecisionView(
                        row.getString(1),
                        row.getBoolean(2),
                        row.getString(3),
                        row.getString(4),
                        CityTime.instant(row, "decided_at")))
                .list();
    }
}
