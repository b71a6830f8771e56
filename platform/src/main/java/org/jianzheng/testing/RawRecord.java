package org.jianzheng.testing;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.jianzheng.identity.Person;
import org.jianzheng.records.Official;

/** What the tester wrote down, every value as entered. Never edited: a correction is a further version (6.1.2). */
@Entity
@Immutable
@Table(name = "testing_raw_record")
class RawRecord implements Official {

    @Id
    private String recordNo;

    private String caseId;
    private String stage;
    private int pass;
    private int version;
    private String supersedes;
    private String content;
    private String equipment;
    private String testerCertificate;
    private String recordedBy;
    private String recordedByName;
    private Instant recordedAt;
    private Instant startedAt;
    private Instant finishedAt;
    private String correctionReason;

    protected RawRecord() {}

    RawRecord(
            String recordNo,
            TestOrder order,
            String stage,
            RawRecord before,
            Entered entered,
            List<ResultView.Equipment> equipment,
            String testerCertificate,
            Person by,
            Instant at) {
        this.recordNo = recordNo;
        this.caseId = order.caseId();
        this.stage = stage;
        this.pass = order.pass();
        this.version = before == null ? 1 : before.version + 1;
        this.supersedes = before == null ? null : before.recordNo;
        this.content = Json.write(entered.values());
        this.equipment = Json.write(equipment);
        this.testerCertificate = testerCertificate;
        this.recordedBy = by.username();
        this.recordedByName = by.name();
        this.recordedAt = at;
        this.startedAt = entered.instant("startedAt");
        this.finishedAt = entered.instant("finishedAt");
        this.correctionReason = before == null ? null : entered.text("correctionReason", 500);
    }

    String recordNo() {
        return recordNo;
    }

    String stage() {
        return stage;
    }

    int pass() {
        return pass;
    }

    int version() {
        return version;
    }

    String supersedes() {
        return supersedes;
    }

    Map<String, Object> values() {
        return Json.map(content);
    }

    Entered entered() {
        return new Entered(values());
    }

    List<ResultView.Equipment> equipment() {
        return Json.equipment(equipment);
    }

    String testerCertificate() {
        return testerCertificate;
    }

    String recordedBy() {
        return recordedBy;
    }

    String recordedByName() {
        return recordedByName;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    ResultView.RecordVersion view(boolean current) {
        return new ResultView.RecordVersion(
                recordNo,
                stage,
                version,
                current,
                values(),
                recordedBy,
                recordedByName,
                recordedAt,
                startedAt,
                finishedAt,
                correctionReason,
                testerCertificate,
                equipment());
    }

    @Override
    public String ledgerSubject() {
        return "raw-record:" + recordNo;
    }
}
