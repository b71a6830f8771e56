package org.jianzheng.testing.correction;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.official.Official;

/**
 * A correction of a result, of a signed report or of a mark on a curve, from its proposal to the day it is carried out. What
 * it corrects stays as it was; of one subject at most one is open.
 */
@Entity
@Table(name = "testing_correction")
class Correction implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Enumerated(EnumType.STRING)
    private CorrectionSubject.Kind subjectKind;

    private String subjectId;

    @Enumerated(EnumType.STRING)
    private CorrectionKind kind;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    @Embedded
    private CaseParties parties;

    private String title;

    @Enumerated(EnumType.STRING)
    private CorrectionReason reason;

    private String reasonText;

    @Column(columnDefinition = "LONGTEXT")
    private String changes;

    private String verdictBefore;
    private String verdictAfter;
    private boolean changesVerdict;
    private boolean guarded;
    private String barred;
    private String asked;
    private String proposer;
    private String proposerName;
    private Instant proposedAt;

    @Enumerated(EnumType.STRING)
    private CorrectionState state;

    private String approver;
    private String approverName;
    private Instant approvedAt;
    private String told;
    private String openKey;

    @Version
    private Integer lockVersion;

    protected Correction() {}

    Correction(String id, CorrectionProposal proposal, List<Consent> asked, Person by, Instant at) {
        this.id = id;
        this.subjectKind = proposal.subject().kind();
        this.subjectId = proposal.subject().id();
        this.kind = proposal.kind();
        this.caseId = proposal.caseId();
        this.parties = proposal.parties();
        this.title = proposal.title();
        this.reason = proposal.cause().reason();
        this.reasonText = proposal.cause().text();
        this.changes = StoredJson.write(proposal.effect().changes());
        this.verdictBefore = proposal.effect().before();
        this.verdictAfter = proposal.effect().after();
        this.changesVerdict = proposal.effect().changesVerdict();
        this.guarded = proposal.guarded();
        Set<String> out = new TreeSet<>(proposal.barred());
        out.add(by.username());
        this.barred = String.join(",", out);
        this.asked = String.join(",", asked.stream().map(Consent::name).toList());
        this.proposer = by.username();
        this.proposerName = by.name();
        this.proposedAt = at;
        this.state = asked.isEmpty() ? CorrectionState.DONE : CorrectionState.PROPOSED;
        this.openKey = asked.isEmpty() ? null : proposal.subject().key();
    }

    static String subject(String id) {
        return "correction:" + id;
    }

    @Override
    public String ledgerSubject() {
        return subject(id);
    }

    /** Whose word is asked next; null when nobody's is. */
    Consent waitsFor(List<Opinion> said) {
        if (state != CorrectionState.PROPOSED) {
            return null;
        }
        return asked().stream()
                .filter(consent -> said.stream().noneMatch(word -> word.consent() == consent))
                .findFirst()
                .orElse(null);
    }

    /** That person's word, which is asked for now. Refused, it ends here. */
    Opinion say(Consent consent, boolean grants, String opinion, List<Opinion> said, Person by, Instant at) {
        if (waitsFor(said) != consent) {
            throw new RuleBroken("testing.correction.notAsked", title);
        }
        mayAgree(consent, by);
        if (consent == Consent.HEAD) {
            approver = by.username();
            approverName = by.name();
            approvedAt = at;
        }
        var word = new Opinion(id, consent, grants, opinion, by, at);
        if (!grants) {
            end(CorrectionState.REFUSED);
        } else if (consent == asked().get(asked().size() - 1)) {
            grant();
        }
        return word;
    }

    private void mayAgree(Consent consent, Person by) {
        if (!consent.mayBeGivenBy(by, parties)) {
            throw new RuleBroken("testing.correction.otherRole." + consent);
        }
        if (barred().contains(by.username())) {
            throw new RuleBroken("testing.correction.ownWork", by.name());
        }
    }

    private void grant() {
        if (subjectKind == CorrectionSubject.Kind.REPORT) {
            state = CorrectionState.GRANTED;
        } else {
            // The further version, or the mark, is there already; it was only waiting to count.
            end(CorrectionState.DONE);
        }
    }

    /** Who proposed it takes it back. */
    void withdraw(Person by) {
        if (state != CorrectionState.PROPOSED) {
            throw new RuleBroken("testing.correction.notAsked", title);
        }
        if (!proposer.equals(by.username())) {
            throw new RuleBroken("testing.correction.otherProposer", title, proposerName);
        }
        end(CorrectionState.WITHDRAWN);
    }

    void done(String conclusion) {
        expectGranted();
        if (conclusion != null) {
            verdictAfter = conclusion;
        }
        end(CorrectionState.DONE);
    }

    private void expectGranted() {
        if (state != CorrectionState.GRANTED) {
            throw new RuleBroken("testing.correction.notGranted", title);
        }
    }

    private void end(CorrectionState as) {
        state = as;
        openKey = null;
    }

    void warned(List<String> groups) {
        told = String.join(",", groups);
    }

    String id() {
        return id;
    }

    String caseId() {
        return caseId;
    }

    CaseParties parties() {
        return parties;
    }

    String title() {
        return title;
    }

    CorrectionState state() {
        return state;
    }

    boolean changesVerdict() {
        return changesVerdict;
    }

    boolean guarded() {
        return guarded;
    }

    Set<String> barred() {
        return Set.of(barred.split(","));
    }

    List<Consent> asked() {
        return asked.isEmpty()
                ? List.of()
                : Arrays.stream(asked.split(",")).map(Consent::valueOf).toList();
    }

    /** Whether what it corrects may be reviewed and signed with it. */
    boolean settled() {
        return state == CorrectionState.DONE;
    }

    CorrectionView view(List<Opinion> said) {
        return new CorrectionView(
                id,
                new CorrectionSubject(subjectKind, subjectId),
                kind,
                caseId,
                parties.labCode(),
                title,
                reason,
                reasonText,
                new CorrectionProposal.Effect(
                        StoredJson.read(changes, new TypeReference<>() {}),
                        verdictBefore,
                        verdictAfter,
                        changesVerdict),
                guarded,
                state,
                waitsFor(said),
                new CorrectionView.Hand(proposer, proposerName, proposedAt),
                approver == null ? null : new CorrectionView.Hand(approver, approverName, approvedAt),
                told == null ? List.of() : List.of(told.split(",")),
                said.stream().map(Opinion::view).toList(),
                barred());
    }
}
