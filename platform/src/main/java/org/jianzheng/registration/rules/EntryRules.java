package org.jianzheng.registration.rules;

import static org.jianzheng.registration.rules.EntryComparison.others;
import static org.jianzheng.registration.rules.EntryComparison.overlap;
import static org.jianzheng.registration.rules.EntryComparison.refuseOverlap;
import static org.jianzheng.registration.rules.EntryComparison.span;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.rows.RegisteredEntries;
import org.jianzheng.registration.rows.RegisteredKeys;
import org.jianzheng.registration.rows.RegistryRows;
import org.jianzheng.registry.ScopeCodes;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** What must hold of an entry beside what stands in the registries already. Asked when applied for and when approved. */
@Component
public class EntryRules {

    private static final BigDecimal LEAST_MEGAPIXELS = new BigDecimal(2);
    private static final BigDecimal COARSEST_PART = new BigDecimal(100);
    private static final int LEAST_RETENTION_DAYS = 90;
    private static final int LABS_OF_AN_ITEM = 2;

    private final RegistryRows registryRows;
    private final PersonRules people;
    private final LabRules labs;
    private final ProjectRules projects;
    private final DisplayNames names;
    private final Clock clock;

    EntryRules(
            RegistryRows registryRows,
            PersonRules people,
            LabRules labs,
            ProjectRules projects,
            DisplayNames names,
            Clock clock) {
        this.registryRows = registryRows;
        this.people = people;
        this.labs = labs;
        this.projects = projects;
        this.names = names;
        this.clock = clock;
    }

    /** @throws RuleBroken with the reason and the way out */
    public void check(EntryKind kind, String house, Map<String, String> entry) {
        check(registryRows, kind, house, entry);
    }

    /** The entry with its keys as they are registered already. */
    public Map<String, String> spelled(EntryKind kind, Map<String, String> entry) {
        return RegisteredKeys.asRegistered(registryRows, kind, entry);
    }

    /** Somebody much like the one applied for, who is registered already; empty for other kinds of entries. */
    public Optional<RuleBroken> alike(RegisteredEntries rows, EntryKind kind, Map<String, String> entry) {
        return kind == EntryKind.PERSON ? people.alike(rows, entry) : Optional.empty();
    }

    public Optional<RuleBroken> alike(EntryKind kind, Map<String, String> entry) {
        return alike(registryRows, kind, entry);
    }

    /** The same against rows that are known already: many entries are not worth a query each. */
    public void check(RegisteredEntries rows, EntryKind kind, String house, Map<String, String> entry) {
        if (kind.ofLabs() && !house.startsWith("labs/")) {
            throw RuleBroken.at("house", "registration.house.lab");
        }
        switch (kind) {
            case ORGANISATION -> labs.organisation(rows, entry);
            case LAB -> labs.laboratory(rows, entry);
            case LAB_CERTIFICATE -> labs.certificate(rows, entry);
            case LAB_SCOPE -> labs.scope(rows, entry);
            case PERSON -> people.check(rows, house, entry);
            case CERTIFICATE -> certificate(rows, house, entry);
            case EQUIPMENT -> equipment(rows, entry);
            case CALIBRATION -> calibration(rows, house, entry);
            case CAMERA -> camera(rows, entry);
            case CONTRACT -> contract(rows, entry);
            case PROJECT -> projects.check(rows, house, entry);
        }
    }

    private void certificate(RegisteredEntries rows, String house, Map<String, String> entry) {
        DaySpan valid = span(entry, "validFrom", "validUntil");
        people.requireOfHouse(rows, house, entry.get("username"));
        Role role = Role.valueOf(entry.get("role"));
        String expected = role == Role.SAMPLER ? "contractors/" : role == Role.WITNESS ? "supervision/" : "labs/";
        if (!house.startsWith(expected)) {
            throw RuleBroken.at("role", "registration.certificate.role");
        }
        rows.same(EntryKind.CERTIFICATE, entry).ifPresent(other -> {
            if (!other.get("username").equals(entry.get("username"))) {
                throw RuleBroken.at("certificateNo", "registration.certificate.taken", entry.get("certificateNo"));
            }
        });
        others(rows, EntryKind.CERTIFICATE, "username", entry.get("username"), "certificateNo", entry).stream()
                .filter(other -> other.get("role").equals(entry.get("role")))
                .filter(other -> ScopeCodes.of(other.get("items")).shares(ScopeCodes.of(entry.get("items"))))
                .forEach(other ->
                        refuseOverlap(valid, span(other, "validFrom", "validUntil"), other.get("certificateNo")));
    }

    private void equipment(RegisteredEntries rows, Map<String, String> entry) {
        calibrated(entry);
        requireSameLab(rows, EntryKind.EQUIPMENT, entry);
        requireOneEntry(rows, entry);
        range(entry);
    }

    // Twice in the registry, a machine has two calibrations, and is out of order under one code while it tests under
    // the other.
    private static void requireOneEntry(RegisteredEntries rows, Map<String, String> entry) {
        others(rows, EntryKind.EQUIPMENT, "factoryNo", entry.get("factoryNo"), "code", entry).stream()
                .filter(other -> other.get("labCode").equals(entry.get("labCode")))
                .findFirst()
                .ifPresent(other -> {
                    throw RuleBroken.at(
                            "factoryNo",
                            "registration.equipment.factoryNo",
                            entry.get("factoryNo"),
                            other.get("code"),
                            other.get("name"));
                });
    }

    /** In numbers with a unit, or not at all: half a range says nothing. */
    private static void range(Map<String, String> entry) {
        List<String> parts = Stream.of("rangeFrom", "rangeTo", "rangeUnit")
                .map(key -> entry.getOrDefault(key, ""))
                .toList();
        if (parts.stream().allMatch(String::isEmpty)) {
            if (!entry.getOrDefault("resolution", "").isEmpty()) {
                throw RuleBroken.at("resolution", "registration.resolution.range");
            }
            return;
        }
        if (parts.stream().anyMatch(String::isEmpty)) {
            throw RuleBroken.at("rangeTo", "registration.range.half");
        }
        if (new BigDecimal(parts.get(0)).compareTo(new BigDecimal(parts.get(1))) >= 0) {
            throw RuleBroken.at("rangeTo", "registration.range.backwards", parts.get(0), parts.get(1));
        }
        resolution(entry.getOrDefault("resolution", ""), new BigDecimal(parts.get(1)));
    }

    // What shows less than a hundredth of its range is read off by the eye.
    private static void resolution(String least, BigDecimal to) {
        if (least.isEmpty()) {
            return;
        }
        BigDecimal shown = new BigDecimal(least);
        if (shown.signum() <= 0 || shown.multiply(COARSEST_PART).compareTo(to) > 0) {
            throw RuleBroken.at("resolution", "registration.resolution.unlikely", least, to.toPlainString());
        }
    }

    // A certificate says what was measured; what is still to be measured has none.
    private void calibrated(Map<String, String> entry) {
        LocalDate on = span(entry, "calibratedOn", "calibratedUntil").from();
        LocalDate today = CityTime.today(clock);
        if (on.isAfter(today)) {
            throw RuleBroken.at("calibratedOn", "registration.calibration.future", on, today);
        }
    }

    private void calibration(RegisteredEntries rows, String house, Map<String, String> entry) {
        calibrated(entry);
        String lab = house.substring("labs/".length());
        boolean own = rows.with(EntryKind.EQUIPMENT, "code", entry.get("equipmentCode")).stream()
                .anyMatch(machine -> machine.get("labCode").equals(lab));
        if (!own) {
            throw RuleBroken.at("equipmentCode", "registration.calibration.equipment", entry.get("equipmentCode"));
        }
        rows.same(EntryKind.CALIBRATION, entry).ifPresent(other -> {
            if (!other.get("equipmentCode").equals(entry.get("equipmentCode"))) {
                throw RuleBroken.at("calibrationNo", "registration.calibration.taken", other.get("equipmentCode"));
            }
        });
    }

    // Clause 4.2.1: two megapixels, a dome where forces are measured, pictures kept for three months.
    private void camera(RegisteredEntries rows, Map<String, String> entry) {
        requireSameLab(rows, EntryKind.CAMERA, entry);
        if (new BigDecimal(entry.get("megapixels")).compareTo(LEAST_MEGAPIXELS) < 0) {
            throw RuleBroken.at("megapixels", "registration.camera.megapixels", entry.get("megapixels"));
        }
        if (entry.get("room").contains("力学") && !entry.get("cameraType").equals("DOME")) {
            throw RuleBroken.at("cameraType", "registration.camera.dome");
        }
        if (Integer.parseInt(entry.get("retentionDays")) < LEAST_RETENTION_DAYS) {
            throw RuleBroken.at("retentionDays", "registration.camera.retention", entry.get("retentionDays"));
        }
        if (!entry.get("channelId").matches("|\\d{20}")) {
            throw RuleBroken.at("channelId", "registration.camera.channel");
        }
    }

    private void contract(RegisteredEntries rows, Map<String, String> entry) {
        DaySpan valid = span(entry, "validFrom", "validUntil");
        requireSameLab(rows, EntryKind.CONTRACT, entry);
        if (rows.with(EntryKind.PROJECT, "code", entry.get("projectCode")).isEmpty()) {
            throw RuleBroken.at("projectCode", "registration.contract.project", entry.get("projectCode"));
        }
        List<Map<String, String>> others =
                others(rows, EntryKind.CONTRACT, "projectCode", entry.get("projectCode"), "contractNo", entry).stream()
                        .filter(other -> overlap(valid, span(other, "validFrom", "validUntil")))
                        .filter(other -> !other.get("labCode").equals(entry.get("labCode")))
                        .toList();
        for (String item : items(entry)) {
            Set<String> labs = new HashSet<>();
            others.stream()
                    .filter(other -> items(other).contains(item))
                    .forEach(other -> labs.add(other.get("labCode")));
            if (labs.size() >= LABS_OF_AN_ITEM) {
                throw RuleBroken.at("items", "registration.contract.labs", label(item), lab(labs));
            }
        }
    }

    private String lab(Set<String> codes) {
        return String.join(
                "、",
                codes.stream()
                        .sorted()
                        .map(code -> names.employer("labs/" + code))
                        .toList());
    }

    private void requireSameLab(RegisteredEntries rows, EntryKind kind, Map<String, String> entry) {
        rows.same(kind, entry).ifPresent(other -> {
            if (!other.get("labCode").equals(entry.get("labCode"))) {
                String key = kind.keys().get(0);
                throw RuleBroken.at(key, "registration.taken", entry.get(key));
            }
        });
    }

    private static List<String> items(Map<String, String> entry) {
        return Arrays.asList(entry.get("items").split(","));
    }

    private static String label(String item) {
        return Catalogue.current().label(item);
    }
}
