package org.jianzheng.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Item;
import org.jianzheng.qualification.Machine;
import org.jianzheng.qualification.MachineKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which machines a test takes: nobody pulls a bar with a balance. The list is {@code testing/machine-needs.csv}. */
@Component
class MachineNeeds {

    private final List<Need> needs;

    @Autowired
    MachineNeeds() throws IOException {
        this(new ClassPathResource("testing/machine-needs.csv").getContentAsString(StandardCharsets.UTF_8));
    }

    /** @param list with the heading and at least one line for every item that can be tested */
    MachineNeeds(String list) {
        needs = list.lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(cells -> new Need(cells[0], cells[1], cells[2], kinds(cells[3])))
                .toList();
        for (Item item : Item.values()) {
            if (of(item.code()).findAny().isEmpty()) {
                throw new IllegalStateException("testing/machine-needs.csv has no line for " + item.code());
            }
        }
    }

    /** @param part of the record in which the parameter is measured; empty where every sample has it */
    record Need(String item, String parameter, String part, Set<MachineKind> kinds) {

        List<Machine> metBy(Collection<Machine> machines) {
            return machines.stream()
                    .filter(machine -> machine.kind() != null && kinds.contains(machine.kind()))
                    .toList();
        }

        RuleBroken broken() {
            String wanted = kinds.stream().sorted().map(MachineKind::label).collect(Collectors.joining("或"));
            return RuleBroken.at("machine", "testing.machine.kind", parameter, wanted);
        }
    }

    /** All that this sample needs. */
    void check(Subject subject, Collection<Machine> machines) {
        of(subject).forEach(need -> require(need, machines));
    }

    /**
     * Those of the machines that the verdict's force is read off. Orders of earlier versions had room for two machines, and
     * old entries of the registry say no kind.
     */
    List<Machine> forForce(Subject subject, Collection<Machine> machines) {
        return require(of(subject).get(0), machines);
    }

    private List<Need> of(Subject subject) {
        Map<String, Boolean> parts = subject.family().procedure().parts(subject);
        List<Need> needed = of(subject.item())
                .filter(need -> parts.getOrDefault(need.part(), true))
                .toList();
        if (needed.isEmpty()) {
            throw new IllegalStateException("No machine is said to test " + subject.item() + " with " + parts);
        }
        return needed;
    }

    private Stream<Need> of(String item) {
        return needs.stream().filter(need -> need.item().equals(item));
    }

    private static List<Machine> require(Need need, Collection<Machine> machines) {
        List<Machine> fit = need.metBy(machines);
        if (fit.isEmpty()) {
            throw need.broken();
        }
        return fit;
    }

    private static Set<MachineKind> kinds(String cell) {
        return Arrays.stream(cell.split("\\|")).map(MachineKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
