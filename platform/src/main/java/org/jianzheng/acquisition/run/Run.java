package org.jianzheng.acquisition.run;

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
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;

/** One force test of one piece of a specimen on one machine: opened by its operator, told by the machine, sealed once. */
@Entity
@Table(name = "acquisition_run")
public class Run implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    @Embedded
    private CaseParties parties;

    private String sampleNo;
    private String mark;
    private int position;
    private String method;
    private String stage;
    private int piece;

    @Column(name = "area_mm2")
    private BigDecimal areaMm2;

    private BigDecimal nominalMpa;
    private BigDecimal bandUntilKn;
    private String equipment;
    private String operator;
    private String operatorName;
    private String operatorWorkNumber;

    @Enumerated(EnumType.STRING)
    private RunState state;

    private Instant openedAt;
    private Instant machineStartedAt;
    private String software;
    private Boolean softwareValidated;
    private Instant begunAt;
    private Integer points;
    private Integer peakNewtons;
    private Integer reportedPeakNewtons;

    @Column(columnDefinition = "CHAR(64)")
    private String sha256;

    @Column(columnDefinition = "CHAR(64)")
    private String chunksSha256;

    private Instant sealedAt;
    private String reason;
    private String endedBy;
    private Instant endedAt;
    private String allowedBy;
    private String allowedByName;
    private String allowedReason;
    private Instant allowedAt;
    private String permitId;
    private Instant machineEndedAt;
    private String busyKey;
    private String takenKey;

    @Version
    private Integer lockVersion;

    protected Run() {}

    /** @param operator with their work number where it names them and nobody else, else with none */
    public Run(String id, AdmittedPiece admitted, int piece, String equipment, Person operator, Instant at) {
        this.id = id;
        this.caseId = admitted.caseId();
        this.parties = admitted.parties();
        this.sampleNo = admitted.sampleNo();
        this.mark = admitted.mark();
        this.position = admitted.position();
        this.method = admitted.method();
        this.stage = admitted.stage();
        this.piece = piece;
        this.areaMm2 = admitted.expected().areaMm2();
        this.nominalMpa = admitted.expected().nominalMpa();
        this.bandUntilKn = admitted.expected().bandUntilKn();
        this.equipment = equipment;
        this.operator = operator.username();
        this.operatorName = operator.name();
        this.operatorWorkNumber = operator.workNumber().isEmpty() ? null : operator.workNumber();
        this.state = RunState.OPEN;
        this.openedAt = at;
        this.busyKey = equipment;
        this.takenKey = String.join("|", mark, method, stage, String.valueOf(piece));
    }

    /**
     * Tested under an offline permit, before anybody could open it: it keeps no machine busy, whatever runs on it by now.
     */
    public void permitted(String permit) {
        permitId = permit;
        busyKey = null;
    }

    /** What a machine says when it begins. */
    public record Begin(String specimen, String method, String operator, Instant startedAt, String software) {}

    /**
     * @param validated whether that software was tried on the machine and kept the contract
     * @throws RuleBroken where the machine tests something else than was opened
     */
    public void begin(Begin begin, boolean validated, Instant at) {
        if (!mark.equals(begin.specimen()) || !method.equals(begin.method())) {
            throw new RuleBroken("acquisition.run.otherSpecimen", begin.specimen(), begin.method());
        }
        if (!state.isUnderWay()) {
            throw new RuleBroken("acquisition.run.over", state);
        }
        if (begunAt != null) {
            return;
        }
        begunAt = at;
        machineStartedAt = begin.startedAt();
        software = begin.software();
        softwareValidated = validated;
        state = RunState.RECEIVING;
        reason = null;
        endedAt = null;
    }

    /** @param why in words for people, Chinese */
    public void incomplete(String why, Instant at) {
        if (!state.isUnderWay()) {
            throw new RuleBroken("acquisition.run.over", state);
        }
        state = RunState.INCOMPLETE;
        reason = why;
        endedAt = at;
        busyKey = null;
    }

    /**
     * Every point is there and the hash is the machine's.
     *
     * @param chunks SHA-256 over those of the chunks
     */
    public void seal(Curve curve, String hash, String chunks, int reportedPeak, Instant at) {
        if (begunAt == null || !state.isUnderWay()) {
            throw new RuleBroken("acquisition.run.over", state);
        }
        state = RunState.SEALED;
        reason = null;
        points = curve.points();
        peakNewtons = curve.points() == 0 ? 0 : curve.newtons(curve.peak());
        reportedPeakNewtons = reportedPeak;
        sha256 = hash;
        chunksSha256 = chunks;
        if (permitId != null) {
            int lasted = curve.points() == 0 ? 0 : curve.millis(curve.points() - 1);
            machineEndedAt = machineStartedAt.plusMillis(lasted);
        }
        sealedAt = at;
        endedAt = at;
        busyKey = null;
    }

    /** The operator breaks it off; what came stays, and somebody else has to allow another. */
    public void abort(String why, Person by, Instant at) {
        if (!state.isUnderWay()) {
            throw new RuleBroken("acquisition.run.over", state);
        }
        state = RunState.ABORTED;
        reason = why;
        endedBy = by.username();
        endedAt = at;
        busyKey = null;
        takenKey = null;
    }

    public void allowAnother(String why, Person by, Instant at) {
        if (state != RunState.ABORTED || allowedAt != null) {
            throw new RuleBroken("acquisition.run.notToBeAllowed");
        }
        if (!isForeignTo(by)) {
            throw new RuleBroken("acquisition.run.secondPerson", by.name());
        }
        allowedBy = by.username();
        allowedByName = by.name();
        allowedReason = why;
        allowedAt = at;
    }

    /** Whether the person neither operated it nor broke it off. */
    public boolean isForeignTo(Person person) {
        return !person.username().equals(operator) && !person.username().equals(endedBy);
    }

    /** Broken off, and nobody has allowed another. */
    public boolean bars() {
        return state == RunState.ABORTED && allowedAt == null;
    }

    /** Whether the piece is taken by it. */
    public boolean counts() {
        return state != RunState.ABORTED;
    }

    public AdmittedPiece.Expected expected() {
        return new AdmittedPiece.Expected(areaMm2, nominalMpa, bandUntilKn);
    }

    public int piece() {
        return piece;
    }

    public String id() {
        return id;
    }

    public String caseId() {
        return caseId;
    }

    public CaseParties parties() {
        return parties;
    }

    public String equipment() {
        return equipment;
    }

    public RunState state() {
        return state;
    }

    public String mark() {
        return mark;
    }

    public String method() {
        return method;
    }

    public boolean hasBegun() {
        return begunAt != null;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public boolean isOperatedBy(Person person) {
        return operator.equals(person.username());
    }

    public RunView view() {
        return new RunView(
                id,
                caseId,
                parties,
                new RunView.Piece(sampleNo, mark, position, method, stage, piece),
                new RunView.Source(
                        equipment, software, softwareValidated, operator, operatorName, operatorWorkNumber, permitId),
                state,
                new RunView.Times(openedAt, begunAt, machineStartedAt, endedAt, sealedAt, tested()),
                sealedAt == null
                        ? null
                        : new RunView.Sealed(
                                points,
                                Curve.inKilonewtons(peakNewtons),
                                Curve.inKilonewtons(reportedPeakNewtons),
                                sha256,
                                chunksSha256),
                reason,
                allowedAt == null ? null : new RunView.Allowance(allowedBy, allowedByName, allowedReason, allowedAt),
                bandUntilKn);
    }

    /** By the server's clock; of a run under a permit, which the server saw nothing of, by the machine's. */
    private RunView.Span tested() {
        if (begunAt == null) {
            return null;
        }
        return permitId == null
                ? new RunView.Span(begunAt, endedAt)
                : new RunView.Span(machineStartedAt, machineEndedAt);
    }

    /** Whether an offline permit opened it. */
    public boolean isPermitted() {
        return permitId != null;
    }

    @Override
    public String ledgerSubject() {
        return "run:" + id;
    }
}
