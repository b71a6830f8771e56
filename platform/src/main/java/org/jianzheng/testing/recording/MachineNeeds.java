package org.jianzheng.testing.recording;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.MachineKind;
import org.jianzheng.testing.procedure.TestSubject;
import org.springframework.stereotype.Component;

/** Which machines a test takes, as the catalogue says by parameter: nobody pulls a bar with a balance. */
@Component
public class MachineNeeds {

    /** @param part of the record in which the parameter is measured; empty where every sample has it */
    record Need(String item, String code, String parameter, String part, Set<MachineKind> kinds) {

        List<Machine> metBy(Collection<Machine> machines) {
            return machines.stream()
                    .filter(machine ->
                            machine.kind() != null && kinds.contains(machine.kind()) && machine.serves(item, code))
                    .toList();
        }

        RuleBroken broken() {
            String wanted = kinds.stream().sorted().map(MachineKind::label).collect(Collectors.joining("或"));
            return RuleBroken.at("machine", "testing.machine.kind", parameter, wanted);
        }
    }

    /** All that this sample needs. */
    public void check(TestSubject subject, Collection<Machine> machines) {
        of(subject).forEach(need -> require(need, machines));
    }

    /**
     * Those of the machines that the verdict's force is read off. Orders of earlier versions had room for two machines, and
     * old entries of the registry say no kind.
     */
    public List<Machine> forForce(TestSubject subject, Collection<Machine> machines) {
        return require(of(subject).get(0), machines);
    }

    private List<Need> of(TestSubject subject) {
        Map<String, Boolean> parts = subject.family().procedure().parts(subject);
        List<Need> needed = needs(subject)
                .filter(need -> parts.getOrDefault(need.part(), true))
                .toList();
        if (needed.isEmpty()) {
            throw new IllegalStateException("No machine is said to test " + subject.item() + " with " + parts);
        }
        return needed;
    }

    private static Stream<Need> needs(TestSubject subject) {
        return subject.measures().stream()
                .filter(parameter -> !parameter.machines().isEmpty())
                .map(parameter -> new Need(
                        subject.item(),
                        parameter.code(),
                        parameter.name().zh(),
                        parameter.part() == null ? "" : parameter.part(),
                        kinds(parameter.machines())));
    }

    private static List<Machine> require(Need need, Collection<Machine> machines) {
        List<Machine> fit = need.metBy(machines);
        if (fit.isEmpty()) {
            throw need.broken();
        }
        return fit;
    }

    static Set<MachineKind> kinds(Set<String> names) {
        return names.stream().map(MachineKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
