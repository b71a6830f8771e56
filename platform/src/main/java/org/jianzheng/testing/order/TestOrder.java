package org.jianzheng.testing.order;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.identity.CaseParties;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.official.Official;
import org.jianzheng.testing.procedure.TestSubject;

/** Who tests the sample of a case, on what, by when; and which raw record is awaited next. */
@Entity
@Table(name = "testing_order")
public class TestOrder implements Official {

    private static final Duration AFTER_RETURN = Duration.ofDays(1);

    /** Between codes of machines, which may hold any other sign. */
    private static final String LINE = "\n";

    @Id
    private String caseId;

    private String orderNo;

    @Embedded
    private CaseParties parties;

    private String family;
    private String item;
    private String sampleNo;
    private String tester;
    private String testerName;
    private String machine;
    private String secondMachine;
    private String moreMachines;
    private LocalDate plannedOn;
    private String place;
    private String assignedBy;
    private String assignedByName;
    private Instant assignedAt;
    private String awaiting;
    private int pass;
    private String returnReason;
    private String returnedBy;
    private String returnedByName;
    private Instant returnedAt;
    private Instant overdueSince;
    private Instant handedBackAt;

    @Version
    private Integer lockVersion;

    protected TestOrder() {}

    public TestOrder(String orderNo, TestSubject subject, Assignment assignment, Person by, Instant at) {
        this.orderNo = orderNo;
        this.caseId = subject.caseId();
        this.pass = 1;
        order(subject, assignment, by, at);
        this.awaiting = subject.family().firstStage();
    }

    /** Another tester, other machines or another day, after the test was handed back; the order keeps its number. */
    public void reassign(TestSubject subject, Assignment assignment, Person by, Instant at) {
        if (!toBeAssigned()) {
            throw new RuleBroken("testing.assign.already", orderNo, testerName);
        }
        handedBackAt = null;
        overdueSince = null;
        if (!subject.sample().sampleNo().equals(sampleNo)) {
            awaiting = subject.family().firstStage();
        }
        order(subject, assignment, by, at);
    }

    private void order(TestSubject subject, Assignment assignment, Person by, Instant at) {
        this.parties = subject.parties();
        this.family = subject.family().name();
        this.item = subject.item();
        this.sampleNo = subject.sample().sampleNo();
        this.tester = assignment.tester();
        this.testerName = assignment.testerName();
        List<String> machines = assignment.machines();
        this.machine = machines.get(0);
        this.secondMachine = machines.size() > 1 ? machines.get(1) : null;
        this.moreMachines = machines.size() > 2 ? String.join(LINE, machines.subList(2, machines.size())) : null;
        this.plannedOn = assignment.plannedOn();
        this.place = assignment.place();
        this.assignedBy = by.username();
        this.assignedByName = by.name();
        this.assignedAt = at;
    }

    /** What an administrator of the laboratory decided. */
    public record Assignment(
            String tester, String testerName, List<String> machines, LocalDate plannedOn, String place) {}

    /** The record of the awaited stage has come, from the one who was to test. Answers the stage. */
    public String recorded(Person by) {
        String stage = awaited(by);
        awaiting = null;
        overdueSince = null;
        return stage;
    }

    /** The stage whose record is awaited from that person. */
    public String awaited(Person by) {
        if (!tester.equals(by.username())) {
            throw new RuleBroken("testing.record.otherTester", orderNo, testerName);
        }
        if (awaiting == null || toBeAssigned()) {
            throw new RuleBroken("testing.record.notAwaited", orderNo);
        }
        return awaiting;
    }

    /** The evaluation found a later age still missing. */
    public void await(String stage) {
        awaiting = stage;
    }

    /** @param stage the first one, from which it is recorded again */
    public void sendBack(String stage, String reason, Person by, Instant at) {
        if (awaiting != null) {
            throw new RuleBroken("testing.return.notConcluded", orderNo);
        }
        pass++;
        awaiting = stage;
        returnReason = reason;
        returnedBy = by.username();
        returnedByName = by.name();
        returnedAt = at;
    }

    /** A correction was not agreed to. Whoever refused it may judge the next one; who returned the record still may not. */
    public void refuse(String stage, String reason, Instant at) {
        if (awaiting != null) {
            throw new RuleBroken("testing.return.notConcluded", orderNo);
        }
        pass++;
        awaiting = stage;
        returnReason = reason;
        returnedAt = at;
    }

    /** Somebody has to order it anew before it can be recorded. */
    public void handBack(Instant at) {
        if (awaiting == null || handedBackAt != null) {
            throw new RuleBroken("testing.record.notAwaited", orderNo);
        }
        handedBackAt = at;
    }

    public boolean toBeAssigned() {
        return handedBackAt != null;
    }

    public void overdue(Instant since) {
        overdueSince = since;
    }

    /** By when the awaited record should be there: the end of the planned day, or a day after the last return. */
    public Instant due() {
        Instant planned = CityTime.endOf(plannedOn);
        Instant afterReturn = returnedAt == null ? planned : returnedAt.plus(AFTER_RETURN);
        return afterReturn.isAfter(planned) ? afterReturn : planned;
    }

    public List<String> machines() {
        Stream<String> more = moreMachines == null ? Stream.of() : Stream.of(moreMachines.split(LINE));
        return Stream.concat(Stream.of(machine, secondMachine), more)
                .filter(code -> code != null && !code.isBlank())
                .distinct()
                .toList();
    }

    public String caseId() {
        return caseId;
    }

    public String orderNo() {
        return orderNo;
    }

    public CaseParties parties() {
        return parties;
    }

    /** Name of its family. */
    public String family() {
        return family;
    }

    public String item() {
        return item;
    }

    public String sampleNo() {
        return sampleNo;
    }

    public String tester() {
        return tester;
    }

    public String testerName() {
        return testerName;
    }

    public LocalDate plannedOn() {
        return plannedOn;
    }

    public String place() {
        return place;
    }

    public Instant assignedAt() {
        return assignedAt;
    }

    public String awaiting() {
        return awaiting;
    }

    public int pass() {
        return pass;
    }

    public String returnReason() {
        return returnReason;
    }

    /** User name of who returned the record last; null where nobody did. */
    public String returnedBy() {
        return returnedBy;
    }

    public Instant overdueSince() {
        return overdueSince;
    }

    @Override
    public String ledgerSubject() {
        return "test-order:" + orderNo;
    }
}
