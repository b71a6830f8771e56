package org.jianzheng.face;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jianzheng.face.matching.FaceFinding;
import org.jianzheng.face.matching.FaceOutcome;
import org.jianzheng.face.matching.NotCompared;
import org.jianzheng.face.matching.TurnFinding;
import org.jianzheng.face.matching.TurnOutcome;
import org.jianzheng.face.portrait.FacePortraits;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;
import org.jianzheng.sampling.event.CustodyRecorded.Step;
import org.jianzheng.sampling.event.SiteRecordKept;

/** Whether who signed a record stands in its photo: what the program found, what somebody who looked said; each once. */
@Entity
@Table(name = "face_comparison")
class FaceComparison implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String arrivalId;

    @Column(columnDefinition = "CHAR(64)")
    private String photoSha256;

    @Enumerated(EnumType.STRING)
    private Step step;

    private String sample;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    private String labCode;
    private String username;
    private String name;
    private Instant recordedAt;

    @Enumerated(EnumType.STRING)
    private ComparisonState state;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String enrolmentId;

    private boolean portraitConfirmed;

    @Enumerated(EnumType.STRING)
    private FaceOutcome outcome;

    @Enumerated(EnumType.STRING)
    private NotCompared notCompared;

    private BigDecimal score;
    private BigDecimal acceptFrom;
    private BigDecimal refuseBelow;
    private String model;
    private Instant comparedAt;
    private Instant overdueAt;

    /** Null where nobody was asked to turn, until that was found. */
    @Embedded
    private TurnCheck turn;

    @Enumerated(EnumType.STRING)
    private HumanAnswer answer;

    private String answerNote;
    private String answeredBy;
    private String answeredName;
    private Instant answeredAt;

    @Version
    private Integer version;

    protected FaceComparison() {}

    FaceComparison(SiteRecordKept kept, String photo) {
        id = UUID.randomUUID().toString();
        arrivalId = kept.arrivalId();
        photoSha256 = photo;
        step = kept.step();
        sample = kept.sample();
        caseId = kept.caseId();
        labCode = kept.labCode();
        username = kept.username();
        name = kept.name();
        recordedAt = kept.at();
        turn = new TurnCheck(kept.turn());
        state = ComparisonState.WAITING;
    }

    /** @param portrait that it was held against; null where there was none */
    void compared(FaceFinding found, TurnFinding turned, FacePortraits.Standing portrait, Instant at) {
        if (state != ComparisonState.WAITING) {
            throw new IllegalStateException("Comparison " + id + " was made already");
        }
        enrolmentId = portrait == null ? null : portrait.enrolmentId();
        portraitConfirmed = portrait != null && portrait.confirmed();
        outcome = found.outcome();
        notCompared = found.why();
        score = found.score();
        acceptFrom = found.thresholds() == null ? null : found.thresholds().accept();
        refuseBelow = found.thresholds() == null ? null : found.thresholds().refuse();
        model = found.model();
        comparedAt = at;
        if (turn == null) {
            turn = TurnCheck.none();
        }
        turn.found(turned);
        boolean sure = outcome == FaceOutcome.SAME && portraitConfirmed && turned.outcome() == TurnOutcome.TURNED;
        state = sure ? ComparisonState.DONE : ComparisonState.HUMAN;
    }

    /** Whether the program found somebody else in the photo, or nobody, or nobody who turns when asked to. */
    boolean speaksAgainst() {
        TurnOutcome turned = view().turn().outcome();
        return outcome == FaceOutcome.DIFFERENT
                || outcome == FaceOutcome.NO_FACE
                || turned == TurnOutcome.NOT_TURNED
                || turned == TurnOutcome.ANOTHER;
    }

    void answer(HumanAnswer said, String note, Person by, Instant at) {
        if (state != ComparisonState.HUMAN) {
            throw new RuleBroken("face.answer.meanwhile");
        }
        state = ComparisonState.ANSWERED;
        answer = said;
        answerNote = note;
        answeredBy = by.username();
        answeredName = by.name();
        answeredAt = at;
    }

    /** Nobody has looked for too long. */
    void overdue(Instant at) {
        overdueAt = at;
    }

    String id() {
        return id;
    }

    ComparisonState state() {
        return state;
    }

    String enrolmentId() {
        return enrolmentId;
    }

    ComparisonView view() {
        return new ComparisonView(
                id,
                new ComparisonView.Subject(step, sample, caseId, labCode, username, name),
                recordedAt,
                photoSha256,
                state,
                comparedAt == null
                        ? null
                        : new ComparisonView.Found(
                                outcome,
                                notCompared,
                                score,
                                acceptFrom,
                                refuseBelow,
                                model,
                                portraitConfirmed,
                                comparedAt),
                turn == null ? ComparisonView.Turn.NONE : turn.view(),
                answeredAt == null ? null : new ComparisonView.Word(answer, answerNote, answeredName, answeredAt));
    }

    @Override
    public String ledgerSubject() {
        return "face-comparison:" + id;
    }
}
