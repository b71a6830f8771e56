package org.jianzheng.qualification.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Names;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.Item;
import org.springframework.stereotype.Component;

/** What must hold of an entry beside what stands in the registries already. Asked when applied for and when approved. */
@Component
class Rules {

    private static final BigDecimal LEAST_MEGAPIXELS = new BigDecimal(2);
    private static final int LEAST_RETENTION_DAYS = 90;
    private static final int LABS_OF_AN_ITEM = 2;

    private final Shelf shelf;
    private final PersonRules people;
    private final Specialities specialities;
    private final Names names;

    Rules(Shelf shelf, PersonRules people, Specialities specialities, Names names) {
        this.shelf = shelf;
        this.people = people;
        this.specialities = specialities;
        this.names = names;
    }

    /** @throws RuleBroken with the reason and the way out */
    void check(Kind kind, String house, Map<String, String> entry) {
        check(shelf, kind, house, entry);
    }

    /** The same against rows that are known already: many entries are not worth a query each. */
    void check(Standing rows, Kind kind, String house, Map<String, String> entry) {
        if (kind.ofLabs() && !house.startsWith("labs/")) {
            throw RuleBroken.at("house", "registration.house.lab");
        }
        switch (kind) {
            case ORGANISATION -> organisation(rows, entry);
            case LAB_SCOPE -> scope(rows, entry);
            case PERSON -> people.check(rows, house, entry);
            case CERTIFICATE -> certificate(rows, house, entry);
            case EQUIPMENT -> equipment(rows, entry);
            case CALIBRATION -> calibration(rows, house, entry);
            case CAMERA -> camera(rows, entry);
            case CONTRACT -> contract(rows, entry);
        }
    }

    private void organisation(Standing rows, Map<String, String> entry) {
        if (!entry.get("path").matches("(labs|developers|contractors|supervision)/[A-Z0-9]{2,20}")) {
            throw RuleBroken.at("path", "registration.organisation.path");
        }
        if (!entry.get("creditCode").matches("[0-9A-HJ-NP-RTUW-Y]{18}")) {
            throw RuleBroken.at("creditCode", "registration.organisation.creditCode");
        }
        if (!entry.get("email").matches("|[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw RuleBroken.at("email", "registration.organisation.email");
        }
        others(rows, Kind.ORGANISATION, "creditCode", entry.get("creditCode"), "path", entry)
                .forEach(other -> {
                    throw RuleBroken.at(
                            "creditCode", "registration.organisation.twice", other.get("name"), other.get("path"));
                });
    }

    private void scope(Standing rows, Map<String, String> entry) {
        DaySpan valid = span(entry, "validFrom", "validUntil");
        String item = entry.get("item");
        if (!specialities.names().contains(entry.get("speciality"))) {
            throw RuleBroken.at("speciality", "registration.scope.speciality", String.join("、", specialities.names()));
        }
        if (!specialities.holds(entry.get("speciality"), item)) {
            throw RuleBroken.at("item", "registration.scope.item", entry.get("speciality"), label(item));
        }
        others(rows, Kind.LAB_SCOPE, "labCode", entry.get("labCode"), "validFrom", entry).stream()
                .filter(other -> other.get("item").equals(item))
                .filter(other -> other.get("speciality").equals(entry.get("speciality")))
                .forEach(other -> refuseOverlap(valid, span(other, "validFrom", "validUntil"), label(item)));
    }

    private void certificate(Standing rows, String house, Map<String, String> entry) {
        DaySpan valid = span(entry, "validFrom", "validUntil");
        people.requireOfHouse(rows, house, entry.get("username"));
        Role role = Role.valueOf(entry.get("role"));
        String expected = role == Role.SAMPLER ? "contractors/" : role == Role.WITNESS ? "supervision/" : "labs/";
        if (!house.startsWith(expected)) {
            throw RuleBroken.at("role", "registration.certificate.role");
        }
        rows.same(Kind.CERTIFICATE, entry).ifPresent(other -> {
            if (!other.get("username").equals(entry.get("username"))) {
                throw RuleBroken.at("certificateNo", "registration.certificate.taken", entry.get("certificateNo"));
            }
        });
        others(rows, Kind.CERTIFICATE, "username", entry.get("username"), "certificateNo", entry).stream()
                .filter(other -> other.get("role").equals(entry.get("role")))
                .filter(other -> !shared(other, entry).isEmpty())
                .forEach(other ->
                        refuseOverlap(valid, span(other, "validFrom", "validUntil"), other.get("certificateNo")));
    }

    private void equipment(Standing rows, Map<String, String> entry) {
        span(entry, "calibratedOn", "calibratedUntil");
        requireSameLab(rows, Kind.EQUIPMENT, entry);
    }

    private void calibration(Standing rows, String house, Map<String, String> entry) {
        span(entry, "calibratedOn", "calibratedUntil");
        String lab = house.substring("labs/".length());
        boolean own = rows.with(Kind.EQUIPMENT, "code", entry.get("equipmentCode")).stream()
                .anyMatch(machine -> machine.get("labCode").equals(lab));
        if (!own) {
            throw RuleBroken.at("equipmentCode", "registration.calibration.equipment", entry.get("equipmentCode"));
        }
        rows.same(Kind.CALIBRATION, entry).ifPresent(other -> {
            if (!other.get("equipmentCode").equals(entry.get("equipmentCode"))) {
                throw RuleBroken.at("calibrationNo", "registration.calibration.taken", other.get("equipmentCode"));
            }
        });
    }

    // Clause 4.2.1: two megapixels, a dome where forces are measured, pictures kept for three months.
    private void camera(Standing rows, Map<String, String> entry) {
        requireSameLab(rows, Kind.CAMERA, entry);
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

    private void contract(Standing rows, Map<String, String> entry) {
        DaySpan valid = span(entry, "validFrom", "validUntil");
        requireSameLab(rows, Kind.CONTRACT, entry);
        List<Map<String, String>> others =
                others(rows, Kind.CONTRACT, "projectCode", entry.get("projectCode"), "contractNo", entry).stream()
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

    /** Rows with that value which are not the entry's own. */
    private static List<Map<String, String>> others(
            Standing rows, Kind kind, String field, String value, String key, Map<String, String> entry) {
        return rows.with(kind, field, value).stream()
                .filter(row -> !row.get(key).equalsIgnoreCase(entry.get(key)))
                .toList();
    }

    private void requireSameLab(Standing rows, Kind kind, Map<String, String> entry) {
        rows.same(kind, entry).ifPresent(other -> {
            if (!other.get("labCode").equals(entry.get("labCode"))) {
                String key = kind.keys().get(0);
                throw RuleBroken.at(key, "registration.taken", entry.get(key));
            }
        });
    }

    private static DaySpan span(Map<String, String> entry, String from, String until) {
        LocalDate first = LocalDate.parse(entry.get(from));
        LocalDate last = LocalDate.parse(entry.get(until));
        if (last.isBefore(first)) {
            throw RuleBroken.at(until, "kernel.span.backwards", first, last);
        }
        return new DaySpan(first, last);
    }

    private static void refuseOverlap(DaySpan wanted, DaySpan other, String what) {
        if (overlap(wanted, other)) {
            throw RuleBroken.at("validFrom", "registration.span.overlap", what, other.from(), other.until());
        }
    }

    private static boolean overlap(DaySpan one, DaySpan other) {
        return !one.from().isAfter(other.until()) && !other.from().isAfter(one.until());
    }

    private static Set<String> shared(Map<String, String> one, Map<String, String> other) {
        Set<String> shared = new HashSet<>(items(one));
        shared.retainAll(items(other));
        return shared;
    }

    private static List<String> items(Map<String, String> entry) {
        return Arrays.asList(entry.get("items").split(","));
    }

    private static String label(String item) {
        return Item.of(item).map(Item::label).orElse(item);
    }
}
