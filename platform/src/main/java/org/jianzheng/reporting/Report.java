package org.jianzheng.reporting;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.Official;

/**
 * A report on its way through three pairs of hands: who tested may not review, and neither may sign (order 57, article 21).
 * A returned report stays as it is; the next one of its case is a further attempt.
 */
@Entity
@Table(name = "reporting_report")
class Report implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    private int attempt;

    @Embedded
    private CaseParties parties;

    @Embedded
    private ReportSubject subject;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    private String content;
    private String tester;
    private String testerName;
    private Instant draftedAt;
    private String reviewer;
    private String reviewerName;
    private Instant reviewedAt;
    private String signatory;
    private String signatoryName;
    private Instant signedAt;
    private String returnedByName;
    private Instant returnedAt;
    private String returnReason;

    @Embedded
    private Issue issue;

    @Embedded
    private Succession succession;

    @Version
    private Integer lockVersion;

    protected Report() {}

    Report(
            String id,
            String caseId,
            int attempt,
            CaseParties parties,
            ReportSubject subject,
            String content,
            String replaces,
            Person tester,
            Instant at) {
        this.id = id;
        this.caseId = caseId;
        this.attempt = attempt;
        this.parties = parties;
        this.subject = subject;
        this.content = content;
        this.succession = new Succession(replaces);
        this.tester = tester.username();
        this.testerName = tester.name();
        this.draftedAt = at;
        this.status = ReportStatus.DRAFT;
    }

    @Override
    public String ledgerSubject() {
        return "report:" + id;
    }

    void review(Person by, Instant at) {
        mayReview(by);
        reviewer = by.username();
        reviewerName = by.name();
        reviewedAt = at;
        status = ReportStatus.REVIEWED;
    }

    void sign(Person by, Instant at) {
        maySign(by);
        signatory = by.username();
        signatoryName = by.name();
        signedAt = at;
    }

    /** The reviewer's or the signatory's refusal; whoever may decide may also refuse. */
    void sendBack(String reason, Person by, Instant at) {
        if (status == ReportStatus.DRAFT) {
            mayReview(by);
        } else {
            maySign(by);
        }
        returnReason = reason;
        returnedByName = by.name();
        returnedAt = at;
        status = ReportStatus.RETURNED;
    }

    /** Gets its number, its final content and its file; the signature is the acting signatory's, just given. */
    void issue(Issue issued, String finalContent) {
        expect(ReportStatus.REVIEWED);
        if (signatory == null) {
            throw new RuleBroken("reporting.issue.unsigned");
        }
        issue = issued;
        content = finalContent;
        status = ReportStatus.SIGNED;
    }

    /** Another one stands in its place from now on. */
    void replace(String successor, String reason, Person by, Instant at) {
        end(Succession.Ending.REPLACED, successor, reason, by, at);
        status = ReportStatus.REPLACED;
    }

    void recall(boolean voided, String reason, Person by, Instant at) {
        end(voided ? Succession.Ending.VOIDED : Succession.Ending.RECALLED, null, reason, by, at);
        status = ReportStatus.RECALLED;
    }

    private void end(Succession.Ending as, String successor, String reason, Person by, Instant at) {
        if (status != ReportStatus.SIGNED) {
            throw new RuleBroken("reporting.status." + status);
        }
        if (succession == null) {
            succession = new Succession();
        }
        succession.end(as, successor, reason, by, at);
    }

    private void mayReview(Person by) {
        expect(ReportStatus.DRAFT);
        if (by.username().equals(tester)) {
            throw new RuleBroken("reporting.review.ownTest", testerName);
        }
    }

    private void maySign(Person by) {
        expect(ReportStatus.REVIEWED);
        if (by.username().equals(tester)) {
            throw new RuleBroken("reporting.sign.ownTest", testerName);
        }
        if (by.username().equals(reviewer)) {
            throw new RuleBroken("reporting.sign.ownReview", reviewerName);
        }
    }

    private void expect(ReportStatus expected) {
        if (status != expected) {
            throw new RuleBroken("reporting.status." + status);
        }
    }

    String id() {
        return id;
    }

    String caseId() {
        return caseId;
    }

    int attempt() {
        return attempt;
    }

    CaseParties parties() {
        return parties;
    }

    ReportSubject subject() {
        return subject;
    }

    ReportStatus status() {
        return status;
    }

    String content() {
        return content;
    }

    String testerName() {
        return testerName;
    }

    String reviewerName() {
        return reviewerName;
    }

    String signatoryName() {
        return signatoryName;
    }

    Instant signedAt() {
        return signedAt;
    }

    boolean isReviewedBy(String username) {
        return username.equals(reviewer);
    }

    /** All that its drafting fixed, in an order that stays. */
    List<String> drafted() {
        return Stream.of(
                        caseId,
                        parties.labCode(),
                        parties.developerCode(),
                        parties.contractorCode(),
                        parties.supervisionCode(),
                        subject.family(),
                        subject.item(),
                        subject.commissionNo(),
                        subject.sampleNo(),
                        subject.projectCode(),
                        subject.projectName(),
                        subject.conclusion(),
                        tester,
                        replaces(),
                        content)
                .map(part -> Objects.requireNonNullElse(part, ""))
                .toList();
    }

    /** User names of those through whose hands it went. */
    List<String> hands() {
        return Stream.of(tester, reviewer, signatory).filter(Objects::nonNull).toList();
    }

    /** Number of the report in whose place it is drafted; null for a first one. */
    String replaces() {
        return succession == null ? null : succession.replaces();
    }

    Issue issue() {
        return issue;
    }

    ReportView view(String verifyUrl) {
        return new ReportView(
                id,
                caseId,
                attempt,
                parties.labCode(),
                issue == null ? null : issue.reportNo(),
                subject.title(),
                subject.method(),
                subject.conclusion(),
                status,
                subject.projectName(),
                subject.sampleNo(),
                subject.commissionNo(),
                new ReportView.Hand(testerName, draftedAt),
                ReportView.Hand.of(reviewerName, reviewedAt),
                ReportView.Hand.of(signatoryName, signedAt),
                ReportView.Hand.of(returnedByName, returnedAt),
                returnReason,
                status.issued() ? signedAt : null,
                issue == null ? null : issue.pdfSha256(),
                verifyUrl,
                replaces(),
                succession == null ? null : succession.view(),
                false);
    }
}
