package org.jianzheng.reporting.report;

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
import org.jianzheng.records.official.Official;

/**
 * A report on its way through three pairs of hands: who tested may not review, and neither may sign (order 57, article 21).
 * A returned report stays as it is; the next one of its case is a further attempt.
 */
@Entity
@Table(name = "reporting_report")
public class Report implements Official {

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
    private ReportIssue issue;

    @Embedded
    private ReportSuccession succession;

    @Version
    private Integer lockVersion;

    protected Report() {}

    public Report(
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
        this.succession = new ReportSuccession(replaces);
        this.tester = tester.username();
        this.testerName = tester.name();
        this.draftedAt = at;
        this.status = ReportStatus.DRAFT;
    }

    @Override
    public String ledgerSubject() {
        return "report:" + id;
    }

    public void review(Person by, Instant at) {
        mayReview(by);
        reviewer = by.username();
        reviewerName = by.name();
        reviewedAt = at;
        status = ReportStatus.REVIEWED;
    }

    public void sign(Person by, Instant at) {
        maySign(by);
        signatory = by.username();
        signatoryName = by.name();
        signedAt = at;
    }

    /** The reviewer's or the signatory's refusal; whoever may decide may also refuse. */
    public void sendBack(String reason, Person by, Instant at) {
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
    public void issue(ReportIssue issued, String finalContent) {
        expect(ReportStatus.REVIEWED);
        if (signatory == null) {
            throw new RuleBroken("reporting.issue.unsigned");
        }
        issue = issued;
        content = finalContent;
        status = ReportStatus.SIGNED;
    }

    /** Another one stands in its place from now on. */
    public void replace(String successor, String reason, Person by, Instant at) {
        end(ReportSuccession.Ending.REPLACED, successor, reason, by, at);
        status = ReportStatus.REPLACED;
    }

    public void recall(boolean voided, String reason, Person by, Instant at) {
        end(voided ? ReportSuccession.Ending.VOIDED : ReportSuccession.Ending.RECALLED, null, reason, by, at);
        status = ReportStatus.RECALLED;
    }

    private void end(ReportSuccession.Ending as, String successor, String reason, Person by, Instant at) {
        if (status != ReportStatus.SIGNED) {
            throw new RuleBroken("reporting.status." + status);
        }
        if (succession == null) {
            succession = new ReportSuccession();
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

    public String id() {
        return id;
    }

    public String caseId() {
        return caseId;
    }

    public int attempt() {
        return attempt;
    }

    public CaseParties parties() {
        return parties;
    }

    public ReportSubject subject() {
        return subject;
    }

    public ReportStatus status() {
        return status;
    }

    public String content() {
        return content;
    }

    public String testerName() {
        return testerName;
    }

    public String reviewerName() {
        return reviewerName;
    }

    public String signatoryName() {
        return signatoryName;
    }

    public Instant signedAt() {
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
                        subject.conclusion().name(),
                        tester,
                        replaces(),
                        content)
                .map(part -> Objects.requireNonNullElse(part, ""))
                .toList();
    }

    /** User names of those through whose hands it went. */
    public List<String> hands() {
        return Stream.of(tester, reviewer, signatory).filter(Objects::nonNull).toList();
    }

    /** Number of the report in whose place it is drafted; null for a first one. */
    public String replaces() {
        return succession == null ? null : succession.replaces();
    }

    public ReportIssue issue() {
        return issue;
    }

    public ReportView view(String verifyUrl) {
        return new ReportView(
                id,
                caseId,
                attempt,
                parties.labCode(),
                issue == null ? null : issue.reportNo(),
                new ReportView.About(
                        subject.title(),
                        subject.method(),
                        subject.projectName(),
                        subject.sampleNo(),
                        subject.commissionNo()),
                subject.conclusion(),
                status,
                new ReportView.Hands(
                        new ReportView.Hand(testerName, draftedAt),
                        ReportView.Hand.of(reviewerName, reviewedAt),
                        ReportView.Hand.of(signatoryName, signedAt),
                        ReportView.Hand.of(returnedByName, returnedAt),
                        returnReason),
                new ReportView.Issued(
                        status.issued() ? signedAt : null, issue == null ? null : issue.pdfSha256(), verifyUrl),
                replaces(),
                succession == null ? null : succession.view(),
                false);
    }
}
