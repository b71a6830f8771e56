package org.jianzheng.testing.order;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hibernate.annotations.Immutable;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.official.Official;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.ResultView;

/** What the tester wrote down, every value as entered. Never edited: a correction is a further version (6.1.2). */
@Entity
@Immutable
@Table(name = "testing_raw_record")
public class RawRecord implements Official {

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

    public RawRecord(
            String recordNo,
            TestOrder order,
            String stage,
            RawRecord before,
            RecordForm entered,
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
        this.content = StoredJson.write(entered.values());
        this.equipment = StoredJson.write(equipment);
        this.testerCertificate = testerCertificate;
        this.recordedBy = by.username();
        this.recordedByName = by.name();
        this.recordedAt = at;
        this.startedAt = entered.instant("startedAt");
        this.finishedAt = entered.instant("finishedAt");
        this.correctionReason = before == null ? null : entered.text("correctionReason", 500);
    }

    public String recordNo() {
        return recordNo;
    }

    public String stage() {
        return stage;
    }

    public int pass() {
        return pass;
    }

    Instant recordedAt() {
        return recordedAt;
    }

    public int version() {
        return version;
    }

    public String supersedes() {
        return supersedes;
    }

    public Map<String, Object> values() {
        return StoredJson.read(content, new TypeReference<>() {});
    }

    public RecordForm entered() {
        return new RecordForm(values());
    }

    public List<ResultView.Equipment> equipment() {
        return StoredJson.read(equipment, new TypeReference<>() {});
    }

    public String testerCertificate() {
        return testerCertificate;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public String recordedByName() {
        return recordedByName;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    public ResultView.RecordVersion view(boolean current) {
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

    String caseId() {
        return caseId;
    }

    @Override
    public String ledgerSubject() {
        return "raw-record:" + recordNo;
    }
}
