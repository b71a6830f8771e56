package org.jianzheng.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Machine;
import org.jianzheng.qualification.MachineKind;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Which machines a test takes: nobody pulls a bar with a balance. The list is {@code testing/machine-needs.csv}. */
@Component
class MachineNeeds {

    private final List<Need> needs = read();

    /** @param part of the record in which the parameter is measured; empty where every sample has it */
    record Need(String item, String parameter, String part, Set<MachineKind> kinds) {

        boolean isMet(Collection<Machine> machines) {
            return machines.stream().anyMatch(machine -> machine.kind() != null && kinds.contains(machine.kind()));
        }

        RuleBroken broken() {
            String wanted = kinds.stream().sorted().map(MachineKind::label).collect(Collectors.joining("或"));
            return RuleBroken.at("machine", "testing.machine.kind", parameter, wanted);
        }
    }

    /** All that this sample needs. */
    void check(Subject subject, Collection<Machine> machines) {
        Map<String, Boolean> parts = subject.family().procedure().parts(subject);
        of(subject.item())
                .filter(need -> parts.getOrDefault(need.part(), true))
                .forEach(need -> require(need, machines));
    }

    /**
     * What the verdict's force is read off. Orders of earlier versions had room for two machines, and old entries of the
     * registry say no kind.
     */
    void checkForce(Subject subject, Collection<Machine> machines) {
        Map<String, Boolean> parts = subject.family().procedure().parts(subject);
        of(subject.item())
                .filter(need -> parts.getOrDefault(need.part(), true))
                .findFirst()
                .ifPresent(need -> require(need, machines));
    }

    private Stream<Need> of(String item) {
        return needs.stream().filter(need -> need.item().equals(item));
    }

    private static void require(Need need, Collection<Machine> machines) {
        if (!need.isMet(machines)) {
            throw need.broken();
        }
    }

    private static List<Need> read() {
        try {
            String file = new ClassPathResource("testing/machine-needs.csv").getContentAsString(StandardCharsets.UTF_8);
            return file.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Need(cells[0], cells[1], cells[2], kinds(cells[3])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<MachineKind> kinds(String cell) {
        return Arrays.stream(cell.split("\\|")).map(MachineKind::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
