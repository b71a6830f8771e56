package org.jianzheng.testing;

import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.GateAnswer;
import org.jianzheng.qualification.GateQuestion;
import org.jianzheng.qualification.Machine;
import org.jianzheng.qualification.Member;
import org.jianzheng.qualification.Qualification;
import org.springframework.stereotype.Component;

/** Who and what may test this sample on that day; asked when the test is ordered and again when it is recorded (4.1.11). */
@Component
class Gate {

    private final Qualification qualification;

    Gate(Qualification qualification) {
        this.qualification = qualification;
    }

    /** Refuses with the gate's own reasons, at that field of the form. */
    void open(String field, GateQuestion question) {
        GateAnswer answer = qualification.pass(question);
        if (!answer.allowed()) {
            throw RuleBroken.at(field, "testing.gate", answer.because());
        }
    }

    void sameLab(Person person, String labCode) {
        if (!person.lab().map(labCode::equals).orElse(false)) {
            throw new RuleBroken("testing.otherLab", person.name());
        }
    }

    Member tester(String username, Subject subject, GateQuestion asked) {
        open("tester", asked.person(username, Role.TESTER));
        Member member = qualification.member(username);
        String lab = subject.parties().labCode();
        if (!member.employer().equals("labs/" + lab)) {
            throw RuleBroken.at("tester", "testing.otherLab", member.name());
        }
        // Blind samples: who took it in at the counter knows whose it is.
        if (username.equals(subject.receivedBy())) {
            throw RuleBroken.at("tester", "testing.assign.receiver", member.name());
        }
        return member;
    }

    Machine machine(String field, String code, Subject subject, GateQuestion asked) {
        open(field, asked.machine(code));
        Machine machine = qualification.machine(code);
        if (!machine.labCode().equals(subject.parties().labCode())) {
            throw RuleBroken.at(field, "testing.assign.otherLabsMachine", machine.name(), machine.code());
        }
        return machine;
    }
}
