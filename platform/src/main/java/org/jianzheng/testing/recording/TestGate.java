package org.jianzheng.testing.recording;

import org.jianzheng.gate.Gate;
import org.jianzheng.gate.GateAnswer;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Member;
import org.jianzheng.registry.Registry;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/** Who and what may test this sample on that day; asked when the test is ordered and again when it is recorded (4.1.11). */
@Component
public class TestGate {

    private final Registry registry;
    private final Gate gate;

    TestGate(Registry registry, Gate gate) {
        this.registry = registry;
        this.gate = gate;
    }

    /** Refuses with the gate's own reasons, at that field of the form. */
    public void open(String field, GateQuestion question) {
        GateAnswer answer = gate.pass(question);
        if (!answer.allowed()) {
            throw RuleBroken.at(field, "testing.gate", answer.because());
        }
    }

    public void sameLab(Person person, String labCode) {
        if (!person.lab().map(labCode::equals).orElse(false)) {
            throw new RuleBroken("testing.otherLab", person.name());
        }
    }

    public Member tester(String username, TestSubject subject, GateQuestion asked) {
        open("tester", asked.person(username, Role.TESTER));
        Member member = registry.member(username);
        String lab = subject.parties().labCode();
        if (!member.employer().equals("labs/" + lab)) {
            throw RuleBroken.at("tester", "testing.otherLab", member.name());
        }
        // Blind samples: who took it in at the counter knows whose it is.
        if (username.equals(subject.receipt().receivedBy())) {
            throw RuleBroken.at("tester", "testing.assign.receiver", member.name());
        }
        return member;
    }

    public Machine machine(String field, String code, TestSubject subject, GateQuestion asked) {
        open(field, asked.machine(code));
        Machine machine = registry.machine(code);
        if (!machine.labCode().equals(subject.parties().labCode())) {
            throw RuleBroken.at(field, "testing.assign.otherLabsMachine", machine.name(), machine.code());
        }
        return machine;
    }
}
