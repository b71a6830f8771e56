package org.jianzheng.testing.order;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.official.Official;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.testing.procedure.TestFinding;

/** What followed from the raw records of one pass: every evaluation whole, and the conclusion. */
@Entity
@Immutable
@Table(name = "testing_result")
public class TestResult implements Official {

    @Id
    private String id;

    private String caseId;
    private int numberInCase;
    private int pass;

    @Enumerated(EnumType.STRING)
    private Verdict conclusion;

    private String content;
    private String softwareVersion;

    @Column(length = 64, columnDefinition = "CHAR(64)")
    private String methodSha256;

    private Instant concludedAt;

    protected TestResult() {}

    public TestResult(TestOrder order, int numberInCase, TestFinding finding, String softwareVersion, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.caseId = order.caseId();
        this.numberInCase = numberInCase;
        this.pass = order.pass();
        this.conclusion = finding.conclusion();
        this.methodSha256 = finding.methodSha256();
        this.content = StoredJson.write(finding);
        this.softwareVersion = softwareVersion;
        this.concludedAt = at;
    }

    public String id() {
        return id;
    }

    public int numberInCase() {
        return numberInCase;
    }

    public int pass() {
        return pass;
    }

    public Verdict conclusion() {
        return conclusion;
    }

    public TestFinding finding() {
        return StoredJson.read(content, TestFinding.class);
    }

    public String softwareVersion() {
        return softwareVersion;
    }

    public Instant concludedAt() {
        return concludedAt;
    }

    String caseId() {
        return caseId;
    }

    @Override
    public String ledgerSubject() {
        return "test-result:" + id;
    }
}
