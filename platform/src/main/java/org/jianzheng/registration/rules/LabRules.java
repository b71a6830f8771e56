package org.jianzheng.registration.rules;

import static org.jianzheng.registration.rules.EntryComparison.others;
import static org.jianzheng.registration.rules.EntryComparison.overlap;
import static org.jianzheng.registration.rules.EntryComparison.refuseOverlap;
import static org.jianzheng.registration.rules.EntryComparison.span;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.Specialities;
import org.jianzheng.registration.rows.NewLabEntry;
import org.jianzheng.registration.rows.RegisteredEntries;
import org.jianzheng.registry.ScopeCodes;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Component;

/** What must hold of organisations, of laboratories, their certificates and what these let them test (4.1.11, 5.3.3). */
@Component
class LabRules {

    private static final String QUALIFICATION = "QUALIFICATION";

    void organisation(RegisteredEntries rows, Map<String, String> entry) {
        if (!entry.get("path").matches("(labs|developers|contractors|supervision)/[A-Z0-9]{2,20}")) {
            throw RuleBroken.at("path", "registration.organisation.path");
        }
        if (!entry.get("creditCode").matches("[0-9A-HJ-NP-RTUW-Y]{18}")) {
            throw RuleBroken.at("creditCode", "registration.organisation.creditCode");
        }
        if (!entry.get("email").matches("|[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
            throw RuleBroken.at("email", "registration.organisation.email");
        }
        others(rows, EntryKind.ORGANISATION, "creditCode", entry.get("creditCode"), "path", entry)
                .forEach(other -> {
                    throw RuleBroken.at(
                            "creditCode", "registration.organisation.twice", other.get("name"), other.get("path"));
                });
    }

    /** A new one; whoever is registered already applies for what changes. */
    void laboratory(RegisteredEntries rows, Map<String, String> entry) {
        if (!entry.get("code").matches("[A-Z0-9]{2,20}")) {
            throw RuleBroken.at("code", "registration.lab.code");
        }
        rows.same(EntryKind.LAB, entry).ifPresent(other -> {
            throw RuleBroken.at("code", "registration.lab.exists", other.get("code"), other.get("name"));
        });
        organisation(rows, NewLabEntry.organisation(entry));
        span(entry, "certificateFrom", "certificateUntil");
        span(entry, "cmaFrom", "cmaUntil");
        NewLabEntry.certificates(entry).forEach(certificate -> refuseTaken(rows, certificate));
    }

    /** Of a laboratory that is registered. A renewed one takes over on its first day, whatever the last day of the one before. */
    void certificate(RegisteredEntries rows, Map<String, String> entry) {
        DaySpan valid = span(entry, "validFrom", "validUntil");
        if (rows.with(EntryKind.LAB, "code", entry.get("labCode")).isEmpty()) {
            throw RuleBroken.at("house", "registration.lab.unknown", entry.get("labCode"));
        }
        refuseTaken(rows, entry);
        if (entry.get("certificateType").equals(QUALIFICATION)) {
            requireSpecialities(rows, valid, entry);
        }
    }

    private static void refuseTaken(RegisteredEntries rows, Map<String, String> entry) {
        rows.with(EntryKind.LAB_CERTIFICATE, "certificateNo", entry.get("certificateNo")).stream()
                .filter(other -> other.get("certificateType").equals(entry.get("certificateType")))
                .filter(other -> !other.get("labCode").equals(entry.get("labCode")))
                .forEach(other -> {
                    throw RuleBroken.at("certificateNo", "registration.taken", entry.get("certificateNo"));
                });
    }

    // What the certificate no longer holds has to end in the registry of scopes first, so that no scope outlives it
    // unseen.
    private static void requireSpecialities(RegisteredEntries rows, DaySpan valid, Map<String, String> entry) {
        if (entry.get("specialities").isEmpty()) {
            throw RuleBroken.at("specialities", "kernel.form.empty");
        }
        rows.with(EntryKind.LAB_SCOPE, "labCode", entry.get("labCode")).stream()
                .filter(line -> overlap(valid, span(line, "validFrom", "validUntil")))
                .filter(line -> !specialities(entry).contains(line.get("speciality")))
                .findFirst()
                .ifPresent(line -> {
                    throw RuleBroken.at(
                            "specialities",
                            "registration.labCertificate.scope",
                            line.get("speciality"),
                            label(line.get("item")),
                            line.get("validUntil"));
                });
    }

    void scope(RegisteredEntries rows, Map<String, String> entry) {
        DaySpan valid = span(entry, "validFrom", "validUntil");
        String item = entry.get("item");
        if (!Specialities.NAMES.contains(entry.get("speciality"))) {
            throw RuleBroken.at("speciality", "registration.scope.speciality", String.join("、", Specialities.NAMES));
        }
        if (!Specialities.holds(entry.get("speciality"), item)) {
            throw RuleBroken.at("item", "registration.scope.item", entry.get("speciality"), label(item));
        }
        requireCompulsory(entry);
        requireOfCertificate(rows, valid, entry);
        others(rows, EntryKind.LAB_SCOPE, "labCode", entry.get("labCode"), "validFrom", entry).stream()
                .filter(other -> other.get("item").equals(item))
                .filter(other -> other.get("speciality").equals(entry.get("speciality")))
                .forEach(other -> refuseOverlap(valid, span(other, "validFrom", "validUntil"), label(item)));
    }

    // 必备 parameters are held as a whole; which are not said, all are.
    private static void requireCompulsory(Map<String, String> entry) {
        String item = entry.get("item");
        String said = entry.getOrDefault("parameters", "");
        Set<String> missing =
                said.isEmpty() ? Set.of() : ScopeCodes.of(said).missing(item, ScopeCodes.compulsory(item));
        if (!missing.isEmpty()) {
            throw RuleBroken.at(
                    "parameters", "registration.scope.compulsory", label(item), ScopeCodes.parameters(item, missing));
        }
    }

    private static void requireOfCertificate(RegisteredEntries rows, DaySpan valid, Map<String, String> entry) {
        List<Map<String, String>> then = rows.with(EntryKind.LAB_CERTIFICATE, "labCode", entry.get("labCode")).stream()
                .filter(certificate -> certificate.get("certificateType").equals(QUALIFICATION))
                .filter(certificate -> overlap(valid, span(certificate, "validFrom", "validUntil")))
                .toList();
        if (then.stream().noneMatch(one -> specialities(one).contains(entry.get("speciality")))) {
            throw RuleBroken.at("speciality", "registration.scope.certificate", entry.get("speciality"));
        }
    }

    private static List<String> specialities(Map<String, String> entry) {
        return Arrays.asList(entry.get("specialities").split(","));
    }

    private static String label(String item) {
        return Catalogue.current().label(item);
    }
}
