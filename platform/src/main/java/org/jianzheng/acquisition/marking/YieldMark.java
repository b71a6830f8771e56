package org.jianzheng.acquisition.marking;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jianzheng.acquisition.analysis.CurvePoint;
import org.jianzheng.acquisition.curve.Curve;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.Person;
import org.jianzheng.records.official.Official;

/** Yield as somebody picked it on a sealed curve: the curve stays as it is, and so does every mark that was ever made. */
@Entity
@Immutable
@Table(name = "acquisition_yield_mark")
class YieldMark implements Official {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String id;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String runId;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String correctionId;

    @Enumerated(EnumType.STRING)
    private YieldMarkStanding standing;

    private Integer upperIndex;
    private Integer upperMillis;
    private Integer upperNewtons;
    private int lowerIndex;
    private int lowerMillis;
    private int lowerNewtons;
    private String markedBy;
    private String markedByName;
    private Instant markedAt;

    protected YieldMark() {}

    static YieldMark proposed(RunView run, String correctionId, YieldPick pick, Person by, Instant at) {
        YieldMark mark = new YieldMark();
        mark.id = UUID.randomUUID().toString();
        mark.runId = run.id();
        mark.caseId = run.caseId();
        mark.correctionId = correctionId;
        mark.standing = YieldMarkStanding.PROPOSED;
        if (pick.upper() != null) {
            mark.upperIndex = pick.upper().index();
            mark.upperMillis = pick.upper().millis();
            mark.upperNewtons = newtons(pick.upper());
        }
        mark.lowerIndex = pick.lower().index();
        mark.lowerMillis = pick.lower().millis();
        mark.lowerNewtons = newtons(pick.lower());
        mark.markedBy = by.username();
        mark.markedByName = by.name();
        mark.markedAt = at;
        return mark;
    }

    private static int newtons(CurvePoint point) {
        return point.kilonewtons().movePointRight(3).intValueExact();
    }

    /** The same, agreed to by that person. */
    YieldMark approved(Person by, Instant at) {
        YieldMark mark = new YieldMark();
        mark.id = UUID.randomUUID().toString();
        mark.runId = runId;
        mark.caseId = caseId;
        mark.correctionId = correctionId;
        mark.standing = YieldMarkStanding.APPROVED;
        mark.upperIndex = upperIndex;
        mark.upperMillis = upperMillis;
        mark.upperNewtons = upperNewtons;
        mark.lowerIndex = lowerIndex;
        mark.lowerMillis = lowerMillis;
        mark.lowerNewtons = lowerNewtons;
        mark.markedBy = by.username();
        mark.markedByName = by.name();
        mark.markedAt = at;
        return mark;
    }

    boolean isApproved() {
        return standing == YieldMarkStanding.APPROVED;
    }

    String runId() {
        return runId;
    }

    String correctionId() {
        return correctionId;
    }

    YieldPick pick() {
        CurvePoint upper =
                upperIndex == null ? null : new CurvePoint(upperIndex, upperMillis, Curve.inKilonewtons(upperNewtons));
        return new YieldPick(upper, new CurvePoint(lowerIndex, lowerMillis, Curve.inKilonewtons(lowerNewtons)));
    }

    @Override
    public String ledgerSubject() {
        return "run:" + runId;
    }
}
