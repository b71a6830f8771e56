package org.jianzheng.gate;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.registry.ScopeCodes;

/** The registries as the gate needs them, whole and in memory, as they stood at one revision. */
record RegistrySnapshot(
        String stamp,
        Map<String, LabFacts> labs,
        Map<String, PersonFacts> people,
        Map<String, List<PersonFacts>> byEmployer,
        Map<String, MachineFacts> machines,
        Map<String, List<Suspended>> suspended,
        List<Waived> waived) {

    /** The employer's people who may act in the role on these parameters of the item that day. */
    Stream<PersonFacts> able(String employer, Role role, String item, Set<String> parameters, LocalDate day) {
        return byEmployer.getOrDefault(employer, List.of()).stream()
                .filter(person -> person.worksFor(employer, day) && person.may(role, item, parameters, day));
    }

    /**
     * @param certificates days on which each qualification certificate is the one in force, in order
     * @param scope by item, of either speciality
     */
    record LabFacts(String code, String name, List<DaySpan> certificates, Map<String, List<ScopeLine>> scope) {}

    /** @param codes null for all parameters of the item */
    record ScopeLine(DaySpan valid, ScopeCodes codes) {}

    /** @param leftOn last day with the employer, or null */
    record PersonFacts(
            String username, String name, String employer, LocalDate leftOn, List<Certificate> certificates) {

        boolean worksFor(String house, LocalDate day) {
            return employer.equals(house) && !hasLeft(day);
        }

        boolean hasLeft(LocalDate day) {
            return leftOn != null && day.isAfter(leftOn);
        }

        /** Or empty text. */
        String certificateNo(Role role) {
            return certificates.stream()
                    .filter(one -> one.role() == role)
                    .map(Certificate::number)
                    .findFirst()
                    .orElse("");
        }

        boolean may(Role role, String item, Set<String> parameters, LocalDate day) {
            return ScopeCodes.suffice(
                    certificates.stream()
                            .filter(one -> one.role() == role && one.valid().covers(day))
                            .map(Certificate::items)
                            .toList(),
                    role,
                    item,
                    parameters);
        }
    }

    record Certificate(String number, Role role, ScopeCodes items, DaySpan valid) {}

    /** @param kind name of its kind, or null */
    record MachineFacts(
            String code, String lab, String name, String kind, String accuracy, ScopeCodes items, DaySpan calibrated) {}

    /** @param until last day, or null until it is lifted */
    record Suspended(String lab, String item, LocalDate from, LocalDate until, String reason) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (until == null || !day.isAfter(until));
        }
    }

    /** @param item null for every item */
    record Waived(String lab, String rule, String item, LocalDate from, LocalDate until) {}

    List<Suspended> suspensions(String lab, String item) {
        return suspended.getOrDefault(lab + "/" + item, List.of());
    }
}
