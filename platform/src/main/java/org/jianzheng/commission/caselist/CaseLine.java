package org.jianzheng.commission.caselist;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.standards.evaluation.Verdict;

/** One case in the list of cases: a reading copy of its commission, and where the case stands. */
@Entity
@Table(name = "commission_case")
public class CaseLine {

    @Id
    @Column(length = 36, columnDefinition = "CHAR(36)")
    private String caseId;

    @Embedded
    private CaseParties parties;

    private String commissionNo;
    private String projectName;
    private String place;
    private String item;
    private String sample;

    @Enumerated(EnumType.STRING)
    private CaseStage stage;

    private String maker;
    private String batchNo;
    private String contact;
    private String sampleNo;
    private String reportNo;

    @Enumerated(EnumType.STRING)
    private Verdict result;

    private Instant since;
    private Instant openedAt;
    private String overdueTask;
    private Instant overdueSince;

    // Written for many cases at once, see CasesOfScope.
    @Column(insertable = false, updatable = false)
    private String heldReason;

    @Version
    private Integer version;

    protected CaseLine() {}

    CaseLine(String caseId, Instant openedAt) {
        this.caseId = caseId;
        this.openedAt = openedAt;
    }

    void show(CommissionView commission) {
        parties = commission.parties();
        commissionNo = commission.commissionNo();
        projectName = commission.site().projectName();
        place = commission.site().unitWorks() + " " + commission.site().part();
        item = commission.asked().item();
        sample = commission.sample().name() + " " + commission.asked().grade();
        maker = commission.sample().maker();
        batchNo = commission.sample().batchNo();
        contact = commission.client().contact();
    }

    /** A new stage also settles whatever was overdue. */
    void enter(CaseStage next, Instant at) {
        stage = next;
        since = at;
        overdueTask = null;
        overdueSince = null;
    }

    void received(String number) {
        sampleNo = number;
    }

    void reported(String number, Verdict said) {
        reportNo = number;
        result = said;
    }

    void overdue(String task, Instant at) {
        overdueTask = task;
        overdueSince = at;
    }

    CaseView view() {
        return new CaseView(
                caseId,
                commissionNo,
                parties,
                projectName,
                place,
                item,
                sample,
                sampleNo,
                reportNo,
                result,
                stage,
                since,
                openedAt,
                overdueTask,
                heldReason);
    }

    CaseParties parties() {
        return parties;
    }

    public CaseStage stage() {
        return stage;
    }
}
