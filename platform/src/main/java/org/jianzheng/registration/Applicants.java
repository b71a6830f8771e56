package org.jianzheng.registration;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may apply for what: a house for itself, the station for everybody and for organisations. */
@Component
class Applicants {

    private static final List<EntryKind> OF_LAB = List.of(
            EntryKind.PERSON,
            EntryKind.CERTIFICATE,
            EntryKind.EQUIPMENT,
            EntryKind.CALIBRATION,
            EntryKind.LAB_CERTIFICATE,
            EntryKind.LAB_SCOPE,
            EntryKind.CAMERA,
            EntryKind.CONTRACT);
    private static final List<EntryKind> OF_FIRM = List.of(EntryKind.PERSON, EntryKind.CERTIFICATE);
    private static final List<EntryKind> OF_DEVELOPER =
            List.of(EntryKind.PERSON, EntryKind.CERTIFICATE, EntryKind.PROJECT);

    private final Identity identity;
    private final JdbcClient jdbc;

    Applicants(Identity identity, JdbcClient jdbc) {
        this.identity = identity;
        this.jdbc = jdbc;
    }

    List<EntryKind> kinds() {
        Person person = identity.acting();
        if (person.ofStation()) {
            return Arrays.asList(EntryKind.values());
        }
        if (person.has(Role.LABADMIN)) {
            return OF_LAB;
        }
        if (person.has(Role.COMMISSIONER)) {
            return OF_DEVELOPER;
        }
        boolean firm = person.has(Role.SAMPLER) || person.has(Role.WITNESS);
        return firm ? OF_FIRM : List.of();
    }

    /** Paths of the houses the acting person may apply for. */
    List<String> houses() {
        Person person = identity.acting();
        return person.ofStation()
                ? jdbc.sql("SELECT path FROM qualification_organisation ORDER BY path")
                        .query(String.class)
                        .list()
                : person.employer().stream().toList();
    }

    /** Names of the registered organisations of a kind by code: of {@code contractors}, say. */
    Map<String, String> firms(String kind) {
        Map<String, String> firms = new LinkedHashMap<>();
        jdbc.sql("SELECT path, name FROM qualification_organisation WHERE path LIKE ? ORDER BY path")
                .param(kind + "/%")
                .query((row, n) -> firms.put(row.getString("path").substring(kind.length() + 1), row.getString("name")))
                .list();
        return firms;
    }

    void require(EntryKind kind, String house) {
        if (!kinds().contains(kind)) {
            throw RuleBroken.at("kind", "registration.kind.refused");
        }
        if (!houses().contains(house)) {
            throw RuleBroken.at("house", "registration.house.refused");
        }
    }

    /** Whether the acting person is of the station, which may know better than a rule of thumb. */
    boolean isOfStation() {
        return identity.acting().ofStation();
    }

    /** Whose people put a returned application right. */
    static String group(String path) {
        String role = path.startsWith("labs/")
                ? "/labadmin"
                : path.startsWith("contractors/")
                        ? "/sampler"
                        : path.startsWith("supervision/")
                                ? "/witness"
                                : path.startsWith("developers/") ? "/commissioner" : "/supervisor";
        return path + role;
    }
}
