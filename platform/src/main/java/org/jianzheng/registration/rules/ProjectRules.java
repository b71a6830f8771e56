package org.jianzheng.registration.rules;

import static org.jianzheng.registration.rules.EntryComparison.others;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryWords;
import org.jianzheng.registration.rows.RegisteredEntries;
import org.springframework.stereotype.Component;

/**
 * What must hold of a construction project: numbers of its own, registered parties of the right kind, days in their order
 * (no start before the permit: construction law, article 7) and a site in the country. It is its developer's entry, and
 * another developer takes over by an application of the one before; the station may enter projects of many at once.
 */
@Component
public class ProjectRules {

    private static final String STATION = "station";
    private static final int DECIMALS = 7;

    private final EntryWords entryWords;
    private final DisplayNames names;
    private final Clock clock;

    ProjectRules(EntryWords entryWords, DisplayNames names, Clock clock) {
        this.entryWords = entryWords;
        this.names = names;
        this.clock = clock;
    }

    void check(RegisteredEntries rows, String house, Map<String, String> entry) {
        if (!house.startsWith(EntryKind.DEVELOPERS) && !house.equals(STATION)) {
            throw RuleBroken.at("house", "registration.project.house");
        }
        Map<String, String> before = rows.same(EntryKind.PROJECT, entry).orElse(null);
        if (before == null && !entry.get("code").matches("[A-Z0-9][A-Z0-9-]{2,31}")) {
            throw RuleBroken.at("code", "registration.project.code");
        }
        if (!house.equals(STATION)) {
            requireOwn(house, before, entry);
        }
        requireParty(rows, EntryKind.DEVELOPERS, "developerCode", entry);
        requireParty(rows, "contractors/", "contractorCode", entry);
        requireParty(rows, "supervision/", "supervisionCode", entry);
        refuseTaken(rows, "permitNo", "registration.project.permitTaken", entry);
        refuseTaken(rows, "supervisionRegNo", "registration.project.supervisionTaken", entry);
        days(entry);
        position("longitude", "73", "136", entry);
        position("latitude", "3", "54", entry);
    }

    private void requireOwn(String house, Map<String, String> before, Map<String, String> entry) {
        if (before == null) {
            if (!house.equals(EntryKind.DEVELOPERS + entry.get("developerCode"))) {
                throw RuleBroken.at("developerCode", "registration.project.developer", names.employer(house));
            }
        } else if (!house.equals(EntryKind.DEVELOPERS + before.get("developerCode"))) {
            String developer = names.employer(EntryKind.DEVELOPERS + before.get("developerCode"));
            throw RuleBroken.at(
                    "code", "registration.project.taken", before.get("code"), developer, before.get("name"));
        }
    }

    private void requireParty(RegisteredEntries rows, String kind, String field, Map<String, String> entry) {
        String path = kind + entry.get(field);
        boolean known = rows.with(EntryKind.ORGANISATION, "path", path).stream()
                .anyMatch(organisation -> organisation.get("path").equals(path));
        if (!known) {
            throw RuleBroken.at(field, "registration.project.party", entry.get(field), entryWords.field(field));
        }
    }

    private static void refuseTaken(RegisteredEntries rows, String field, String rule, Map<String, String> entry) {
        others(rows, EntryKind.PROJECT, field, entry.get(field), "code", entry).stream()
                .findFirst()
                .ifPresent(other -> {
                    throw RuleBroken.at(field, rule, entry.get(field), other.get("code"), other.get("name"));
                });
    }

    private void days(Map<String, String> entry) {
        refuseFuture("permitOn", entry);
        requireOrder("permitOn", "startsOn", entry);
        requireOrder("startsOn", "plannedUntil", entry);
        pastOf("startsOn", "suspendedOn", entry);
        pastOf(entry.get("suspendedOn").isEmpty() ? "startsOn" : "suspendedOn", "endedOn", entry);
    }

    private void pastOf(String first, String told, Map<String, String> entry) {
        if (!entry.get(told).isEmpty()) {
            refuseFuture(told, entry);
            requireOrder(first, told, entry);
        }
    }

    private void refuseFuture(String field, Map<String, String> entry) {
        LocalDate today = CityTime.today(clock);
        if (LocalDate.parse(entry.get(field)).isAfter(today)) {
            throw RuleBroken.at(field, "registration.project.future", named(field, entry), today);
        }
    }

    private void requireOrder(String first, String then, Map<String, String> entry) {
        if (LocalDate.parse(entry.get(then)).isBefore(LocalDate.parse(entry.get(first)))) {
            throw RuleBroken.at(
                    then, "registration.project.before", named(then, entry), entryWords.field(first), entry.get(first));
        }
    }

    private String named(String field, Map<String, String> entry) {
        return entryWords.field(field) + " " + entry.get(field);
    }

    // Bounds of the country: what is exchanged, or a dot forgotten, lies outside.
    private void position(String field, String least, String most, Map<String, String> entry) {
        BigDecimal degrees = new BigDecimal(entry.get(field));
        if (degrees.compareTo(new BigDecimal(least)) < 0
                || degrees.compareTo(new BigDecimal(most)) > 0
                || degrees.scale() > DECIMALS) {
            throw RuleBroken.at(
                    field, "registration.project.position", entryWords.field(field), least, most, entry.get(field));
        }
    }
}
