package org.jianzheng.registration.rules;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.rows.RegisteredEntries;
import org.jianzheng.registry.personal.IdNumber;
import org.jianzheng.registry.personal.PersonalData;
import org.springframework.stereotype.Component;

/** One person is registered once, with one employer (7.1.1; staff may not work for two laboratories). */
@Component
class PersonRules {

    /** Numbers of people of one name that differ in so few places are one number with a slip. */
    private static final int SLIPS = 2;

    private final PersonalData personal;
    private final DisplayNames names;
    private final Clock clock;

    PersonRules(PersonalData personal, DisplayNames names, Clock clock) {
        this.personal = personal;
        this.names = names;
        this.clock = clock;
    }

    void check(RegisteredEntries rows, String house, Map<String, String> entry) {
        if (!entry.get("username").matches("[a-z0-9][a-z0-9._-]{1,63}")) {
            throw RuleBroken.at("username", "registration.person.username");
        }
        rows.same(EntryKind.PERSON, entry).filter(other -> !free(other, house)).ifPresent(other -> {
            throw RuleBroken.at("username", "registration.person.taken", entry.get("username"));
        });
        others(rows, "idHash", entry).forEach(this::refuseTwice);
    }

    /**
     * Somebody registered under the same name with nearly the same number: one person and a slip, as a rule. The applicant
     * is refused; the station may know better, and says why when it approves.
     */
    Optional<RuleBroken> alike(RegisteredEntries rows, Map<String, String> entry) {
        return others(rows, "name", entry).stream()
                .filter(other -> alike(other, entry))
                .findFirst()
                .map(other -> RuleBroken.at(
                        "idNumber", "registration.person.alike", other.get("name"), other.get("idMasked")));
    }

    // From the day after the last day a person may be registered by another house, under the same login.
    private boolean free(Map<String, String> other, String house) {
        return other.get("employer").equals(house) || hasLeft(other);
    }

    private boolean hasLeft(Map<String, String> person) {
        String last = person.get("leftOn");
        return !last.isEmpty() && CityTime.today(clock).isAfter(LocalDate.parse(last));
    }

    private void refuseTwice(Map<String, String> other) {
        String employer = names.employer(other.get("employer"));
        String code = hasLeft(other) ? "registration.person.returns" : "registration.person.employed";
        throw RuleBroken.at("idNumber", code, employer, other.get("username"));
    }

    private boolean alike(Map<String, String> one, Map<String, String> other) {
        return IdNumber.distance(personal.open(one.get("idSealed")), personal.open(other.get("idSealed"))) <= SLIPS;
    }

    private static List<Map<String, String>> others(RegisteredEntries rows, String field, Map<String, String> entry) {
        return rows.with(EntryKind.PERSON, field, entry.get(field)).stream()
                .filter(other -> !other.get("username").equals(entry.get("username")))
                .toList();
    }

    void requireOfHouse(RegisteredEntries rows, String house, String username) {
        boolean own = rows.with(EntryKind.PERSON, "username", username).stream()
                .anyMatch(person -> person.get("employer").equals(house) && !hasLeft(person));
        if (!own) {
            throw RuleBroken.at("username", "registration.certificate.person", username);
        }
    }
}
