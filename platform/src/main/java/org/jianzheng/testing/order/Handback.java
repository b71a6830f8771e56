package org.jianzheng.testing.order;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jianzheng.identity.Person;
import org.jianzheng.records.official.Official;

/**
 * A test that did not go on as ordered: who said so, why, and what had been read by then. It is an original observation
 * (17025 7.5.1), so it is only ever added.
 */
@Entity
@Immutable
@Table(name = "testing_handback")
public class Handback implements Official {

    /** Where it goes from the one who writes it. */
    public enum Kind {
        /** By its tester, or by an administrator in their place: to be ordered anew. */
        HANDED_BACK,
        /** By an administrator: the client decides. */
        STOPPED,
        /** By the technical head, who doubts the record. */
        DOUBTED,
        /** By the client, who stands by the order of a stopped test: to be ordered anew. */
        UPHELD,
        /** By the client, who puts the order right: what was said of the sample before concerns the next no more. */
        CORRECTED,
        /** By the client: the end of the case. */
        WITHDRAWN
    }

    /** What the client's form offers once a test is stopped. */
    public enum Answer {
        CONTINUE,
        CORRECT,
        WITHDRAW
    }

    /** What a form offers as the cause of handing back. */
    public enum Cause {
        MACHINE,
        TESTER,
        SPECIMEN,
        ORDER
    }

    @Id
    private String id;

    private String caseId;
    private String kind;
    private String cause;
    private String reason;
    private String observed;
    private String stage;
    private int pass;
    private String writtenBy;
    private String writtenByName;
    private Instant writtenAt;

    protected Handback() {}

    /**
     * @param cause null where the kind says enough
     * @param observed what was read by then, in the tester's words; null where nobody was asked
     * @param order null where the test was never ordered
     */
    public Handback(
            String caseId,
            Kind kind,
            Cause cause,
            String reason,
            String observed,
            TestOrder order,
            Person by,
            Instant at) {
        this.id = UUID.randomUUID().toString();
        this.caseId = caseId;
        this.kind = kind.name();
        this.cause = cause == null ? null : cause.name();
        this.reason = reason;
        this.observed = observed;
        this.stage = order == null ? null : order.awaiting();
        this.pass = order == null ? 0 : order.pass();
        this.writtenBy = by.username();
        this.writtenByName = by.name();
        this.writtenAt = at;
    }

    /** Whether it was said of the record that the order awaits now. */
    public boolean isOf(TestOrder order) {
        return pass == order.pass() && Objects.equals(stage, order.awaiting());
    }

    public boolean isSince(Instant at) {
        return !writtenAt.isBefore(at);
    }

    public Kind kind() {
        return Kind.valueOf(kind);
    }

    public String cause() {
        return cause;
    }

    public String reason() {
        return reason;
    }

    public String observed() {
        return observed;
    }

    int pass() {
        return pass;
    }

    public String writtenByName() {
        return writtenByName;
    }

    public Instant writtenAt() {
        return writtenAt;
    }

    String caseId() {
        return caseId;
    }

    @Override
    public String ledgerSubject() {
        return "test-handback:" + id;
    }
}
