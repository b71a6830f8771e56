package org.jianzheng.testing.recording;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jianzheng.acquisition.run.AdmittedPiece;
import org.jianzheng.acquisition.run.AwaitedPiece;
import org.jianzheng.acquisition.run.RunAdmission;
import org.jianzheng.gate.GatePoint;
import org.jianzheng.gate.GateQuestion;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.manualentry.Outages;
import org.jianzheng.sampling.MarkView;
import org.jianzheng.sampling.SampleState;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.order.TestStore;
import org.jianzheng.testing.order.TestSubjects;
import org.jianzheng.testing.procedure.ExpectedReadings;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/** Lets a machine test what was ordered: that specimen, by that tester, on that machine, at its age, and not once more. */
@Component
class MachineAdmission implements RunAdmission {

    /** The halves of a prism that was broken in bending are crushed one after the other. */
    private static final Set<String> HALVES = Set.of("cement-compressive");

    private final Sampling sampling;
    private final TestStore store;
    private final TestSubjects subjects;
    private final TestGate gate;
    private final TestAges ages;
    private final Outages outages;

    MachineAdmission(
            Sampling sampling, TestStore store, TestSubjects subjects, TestGate gate, TestAges ages, Outages outages) {
        this.sampling = sampling;
        this.store = store;
        this.subjects = subjects;
        this.gate = gate;
        this.ages = ages;
        this.outages = outages;
    }

    @Override
    public AwaitedPiece awaited(String mark, Person operator) {
        MarkView specimen = received(mark);
        TestOrder order = ordered(specimen.sample().caseId(), operator);
        String stage = order.awaited(operator);
        TestSubject subject = subjects.of(order.caseId());
        List<String> methods = subject.family().item().evaluations().stream()
                .filter(method -> isTestedBy(method, stage, specimen, subject))
                .toList();
        if (methods.isEmpty()) {
            throw RuleBroken.at("specimen", "testing.run.noMethod", order.sampleNo(), specimen.position());
        }
        return new AwaitedPiece(
                specimen.mark(),
                order.sampleNo(),
                specimen.position(),
                subject.sample().specimenCount(),
                methods,
                order.machines());
    }

    private static boolean isTestedBy(String method, String stage, MarkView specimen, TestSubject subject) {
        return MachinePieces.row(method, stage, specimen.position(), 1, subject).isPresent();
    }

    private MarkView received(String mark) {
        return sampling.mark(mark)
                .filter(found -> found.sample().state().equals(SampleState.RECEIVED.name()))
                .orElseThrow(() -> RuleBroken.at("specimen", "testing.run.specimen"));
    }

    private TestOrder ordered(String caseId, Person operator) {
        TestOrder order = store.find(caseId).orElseThrow(() -> RuleBroken.at("specimen", "testing.run.notOrdered"));
        gate.sameLab(operator, order.parties().labCode());
        return order;
    }

    @Override
    public AdmittedPiece admit(String mark, String method, String equipment, Person operator, Instant at) {
        MarkView specimen = received(mark);
        String caseId = specimen.sample().caseId();
        TestOrder order = ordered(caseId, operator);
        String stage = order.awaited(operator);
        TestSubject subject = subjects.of(caseId);
        if (!subject.family().item().evaluations().contains(method)) {
            throw RuleBroken.at("method", "testing.run.method", method, order.orderNo());
        }
        if (!isTestedBy(method, stage, specimen, subject)) {
            throw RuleBroken.at("specimen", "testing.run.noMethod", order.sampleNo(), specimen.position());
        }
        if (!order.machines().contains(equipment)) {
            throw RuleBroken.at("equipment", "testing.run.machine", equipment, order.orderNo());
        }
        if (outages.isOut(equipment, at)) {
            throw RuleBroken.at("equipment", "testing.run.outOfOrder", equipment);
        }
        GateQuestion question = GateQuestion.at(
                        GatePoint.RUN, caseId, order.item(), LocalDate.ofInstant(at, CityTime.ZONE))
                .measuring(subject.parameters())
                .lab(order.parties().labCode());
        gate.tester(operator.username(), subject, question);
        gate.machine("equipment", equipment, subject, question);
        ages.requireOfAge(stage, at, subject, store.current(order));
        return new AdmittedPiece(
                caseId,
                order.parties(),
                order.sampleNo(),
                specimen.mark(),
                specimen.position(),
                method,
                stage,
                HALVES.contains(method) ? 2 : 1,
                ExpectedReadings.ofCurve(method, subject));
    }
}
