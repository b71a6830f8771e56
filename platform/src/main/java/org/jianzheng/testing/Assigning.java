package org.jianzheng.testing;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.number.Numbers;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Member;
import org.jianzheng.testing.order.TaskChoice;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestSubject;
import org.jianzheng.testing.recording.MachineNeeds;
import org.jianzheng.testing.recording.TestGate;
import org.springframework.stereotype.Component;

/** Orders a test: who, on what, when, where. */
@Component
class Assigning {

    /** Beside the two with fields of their own; the order has room for no more. */
    private static final int MOST_MORE_MACHINES = 10;

    private final TestStore store;
    private final TestSubjects subjects;
    private final TestGate gate;
    private final MachineNeeds needs;
    private final Commissions commissions;
    private final Numbers numbers;
    private final Ledger ledger;
    private final Identity identity;
    private final Clock clock;

    Assigning(
            TestStore store,
            TestSubjects subjects,
            TestGate gate,
            MachineNeeds needs,
            Commissions commissions,
            Numbers numbers,
            Ledger ledger,
            Identity identity,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.gate = gate;
        this.needs = needs;
        this.commissions = commissions;
        this.numbers = numbers;
        this.ledger = ledger;
        this.identity = identity;
        this.clock = clock;
    }

    TestOrder assign(String caseId, RecordForm entered) {
        TestSubject subject = subjects.of(caseId);
        Person by = identity.acting();
        gate.sameLab(by, subject.parties().labCode());
        TestOrder before = store.find(caseId).orElse(null);
        if (before != null && !before.toBeAssigned()) {
            throw new RuleBroken("testing.assign.already", before.orderNo(), before.testerName());
        }
        TestOrder.Assignment assignment = assignment(entered, subject);
        commissions.enter(caseId, CaseStage.TESTING);
        if (before != null) {
            before.reassign(subject, assignment, by, clock.instant());
            append("testing.reassigned", before);
            return before;
        }
        String orderNo = numbers.allocate("RW", subject.parties().labCode());
        TestOrder order = new TestOrder(orderNo, subject, assignment, by, clock.instant());
        store.add(order);
        append("testing.assigned", order);
        return order;
    }

    private void append(String action, TestOrder order) {
        ledger.append(new Ledger.Fact(
                null,
                action,
                order.ledgerSubject(),
                order.caseId(),
                null,
                Map.of(
                        "sampleNo", order.sampleNo(),
                        "tester", order.tester(),
                        "machines", order.machines(),
                        "plannedOn", order.plannedOn().toString(),
                        "place", order.place())));
    }

    private TestOrder.Assignment assignment(RecordForm entered, TestSubject subject) {
        String lab = subject.parties().labCode();
        LocalDate day = plannedOn(entered);
        GateQuestion asked = GateQuestion.at(GatePoint.ASSIGNMENT, subject.caseId(), subject.item(), day)
                .measuring(subject.parameters())
                .lab(lab);
        gate.open("tester", asked);
        Member tester = gate.tester(entered.required("tester", 64), subject, asked);
        List<Machine> machines = machines(entered, subject, asked);
        // Forms of earlier diagrams ask for no decision and have room for two machines.
        if (entered.has(TaskChoice.KEY)) {
            needs.check(subject, machines);
        } else {
            needs.forForce(subject, machines);
        }
        return new TestOrder.Assignment(
                tester.username(),
                tester.name(),
                machines.stream().map(Machine::code).toList(),
                day,
                entered.required("place", 60));
    }

    private List<Machine> machines(RecordForm entered, TestSubject subject, GateQuestion asked) {
        var machines = new ArrayList<Machine>();
        machines.add(gate.machine("machine", entered.required("machine", 32), subject, asked));
        String second = entered.text("secondMachine", 32);
        if (second != null) {
            machines.add(gate.machine("secondMachine", second, subject, asked));
        }
        List<String> more = entered.texts("moreMachines");
        if (more.size() > MOST_MORE_MACHINES) {
            throw entered.broken("moreMachines", "testing.assign.machines", MOST_MORE_MACHINES, more.size());
        }
        more.forEach(code -> machines.add(gate.machine("moreMachines", code, subject, asked)));
        return machines.stream().distinct().toList();
    }

    private LocalDate plannedOn(RecordForm entered) {
        String text = entered.required("plannedOn", 10);
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.isBefore(CityTime.today(clock))) {
                throw entered.broken("plannedOn", "testing.assign.past", text);
            }
            return day;
        } catch (DateTimeParseException malformed) {
            throw entered.broken("plannedOn", "testing.form.day", text);
        }
    }
}
