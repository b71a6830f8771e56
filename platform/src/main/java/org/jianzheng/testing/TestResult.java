package org.jianzheng.testing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jianzheng.records.Official;

/** What followed from the raw records of one pass: every evaluation whole, and the conclusion. */
@Entity
@Immutable
@Table(name = "testing_result")
class TestResult implements Official {

    @Id
    private String id;

    private String caseId;
    private int numberInCase;
    private int pass;
    private String conclusion;
    private String content;
    private String softwareVersion;

    @Column(length = 64, columnDefinition = "CHAR(64)")
    private String methodSha256;

    private Instant concludedAt;

    protected TestResult() {}

    TestResult(TestOrder order, int numberInCase, Finding finding, String softwareVersion, Instant at) {
        this.id = UUID.randomUUID().toString();
        this.caseId = order.caseId();
        this.numberInCase = numberInCase;
        this.pass = order.pass();
        this.conclusion = finding.conclusion();
        this.methodSha256 = finding.methodSha256();
        this.content = Json.write(finding);
        this.softwareVersion = softwareVersion;
        this.concludedAt = at;
    }

    String id() {
        return id;
    }

    int numberInCase() {
        return numberInCase;
    }

    int pass() {
        return pass;
    }

    String conclusion() {
        return conclusion;
    }

    Finding finding() {
        return Json.finding(content);
    }

    String softwareVersion() {
        return softwareVersion;
    }

    Instant concludedAt() {
        return concludedAt;
    }

    @Override
    public String ledgerSubject() {
        return "test-result:" + id;
    }
}
