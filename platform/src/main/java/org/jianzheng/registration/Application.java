package org.jianzheng.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;
import org.jianzheng.registration.entry.EntryKind;

/** An application for entries of one kind in the registries, decided by the station. */
@Entity
@Table(name = "qualification_application")
class Application implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Enumerated(EnumType.STRING)
    private EntryKind kind;

    private String house;
    private String applicantPath;
    private String subjectName;

    @Enumerated(EnumType.STRING)
    private ApplicationStatus status;

    private int round;
    private Instant submittedAt;
    private String submittedBy;
    private String submittedName;
    private Instant dueAt;
    private Instant decidedAt;
    private String decidedBy;
    private String decidedName;
    private String reason;
    private boolean overdue;

    @Version
    private int version;

    protected Application() {}

    /** @param house whose entries they are; the applicant's own but where the station applies for another */
    Application(String id, EntryKind kind, String house, Person applicant) {
        this.id = id;
        this.kind = kind;
        this.house = house;
        this.applicantPath = applicant.employer().orElseThrow();
    }

    @Override
    public String ledgerSubject() {
        return "registration:" + id;
    }

    void submit(String subject, Person applicant, Instant at, Instant due) {
        if (status != null) {
            expect(ApplicationStatus.RETURNED);
        }
        round++;
        subjectName = subject;
        submittedAt = at;
        submittedBy = applicant.username();
        submittedName = applicant.name();
        dueAt = due;
        overdue = false;
        status = ApplicationStatus.SUBMITTED;
    }

    /** @param applicants user names of whoever submitted any round of it */
    void approve(Set<String> applicants, Person approver, Instant at) {
        decide(applicants, approver, at, null);
        status = ApplicationStatus.REGISTERED;
    }

    void refuse(String why, Set<String> applicants, Person approver, Instant at) {
        decide(applicants, approver, at, why);
        status = ApplicationStatus.RETURNED;
    }

    // Whoever applies does not approve.
    private void decide(Set<String> applicants, Person approver, Instant at, String why) {
        expect(ApplicationStatus.SUBMITTED);
        if (approver.username().equals(submittedBy) || applicants.contains(approver.username())) {
            throw new RuleBroken("registration.own");
        }
        decidedAt = at;
        decidedBy = approver.username();
        decidedName = approver.name();
        reason = why;
        overdue = false;
    }

    void withdraw(String why) {
        expect(ApplicationStatus.RETURNED);
        reason = why;
        status = ApplicationStatus.WITHDRAWN;
    }

    void remind() {
        overdue = status == ApplicationStatus.SUBMITTED;
    }

    // A form submitted twice, or two people on one task: the second finds it done.
    private void expect(ApplicationStatus expected) {
        if (status != expected) {
            throw new RuleBroken("registration.state.other");
        }
    }

    /** Not decided, or returned to its applicant. */
    boolean open() {
        return status == ApplicationStatus.SUBMITTED || status == ApplicationStatus.RETURNED;
    }

    String id() {
        return id;
    }

    EntryKind kind() {
        return kind;
    }

    String house() {
        return house;
    }

    String applicantPath() {
        return applicantPath;
    }

    int round() {
        return round;
    }

    String submittedName() {
        return submittedName;
    }

    Instant dueAt() {
        return dueAt;
    }

    String reason() {
        return reason == null ? "" : reason;
    }

    String subjectName() {
        return subjectName;
    }

    ApplicationView view() {
        return new ApplicationView(
                id,
                kind,
                house,
                subjectName,
                status,
                round,
                submittedAt,
                submittedName,
                dueAt,
                decidedAt,
                decidedName,
                reason(),
                overdue);
    }
}
