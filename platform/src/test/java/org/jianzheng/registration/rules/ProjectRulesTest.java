package org.jianzheng.registration.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.EntryKind;
import org.jianzheng.registration.entry.EntryWords;
import org.jianzheng.registration.rows.RegisteredEntries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must hold of a project, field by field; today is 2026-11-29. */
class ProjectRulesTest {

    private static final String HOUSE = "developers/WBJT";
    private static final Map<String, String> RIGHT = Map.ofEntries(
            Map.entry("code", "XM-2026-003"),
            Map.entry("name", "城东学校"),
            Map.entry("address", "东风路12号"),
            Map.entry("permitNo", "610302202609010101"),
            Map.entry("permitOn", "2026-09-01"),
            Map.entry("supervisionRegNo", "BJZJ-2026-0901"),
            Map.entry("developerCode", "WBJT"),
            Map.entry("contractorCode", "SJ1"),
            Map.entry("supervisionCode", "HC"),
            Map.entry("startsOn", "2026-09-10"),
            Map.entry("plannedUntil", "2028-06-30"),
            Map.entry("longitude", "107.1448"),
            Map.entry("latitude", "34.3622"),
            Map.entry("suspendedOn", ""),
            Map.entry("endedOn", ""));

    private final Registered rows = new Registered();
    private ProjectRules rules;

    @BeforeEach
    void city() {
        EntryWords readable = mock(EntryWords.class);
        DisplayNames names = mock(DisplayNames.class);
        when(readable.field(anyString())).thenAnswer(call -> call.getArgument(0));
        when(names.employer(anyString())).thenAnswer(call -> call.getArgument(0));
        rules = new ProjectRules(readable, names, Clock.fixed(Instant.parse("2026-11-29T04:00:00Z"), CityTime.ZONE));
        for (String path : List.of("developers/WBJT", "developers/GXZY", "contractors/SJ1", "supervision/HC")) {
            rows.add(EntryKind.ORGANISATION, Map.of("path", path));
        }
        rows.add(
                EntryKind.PROJECT,
                with(Map.of(
                        "code",
                        "XM-2026-001",
                        "permitNo",
                        "610302202603170101",
                        "supervisionRegNo",
                        "BJZJ-2026-0317")));
    }

    @Test
    void aProjectWithNumbersOfItsOwnRegisteredPartiesDaysInOrderAndASiteIsRight() {
        assertThatNoException().isThrownBy(() -> rules.check(rows, HOUSE, RIGHT));
        assertThatNoException()
                .isThrownBy(() ->
                        rules.check(rows, HOUSE, with(Map.of("suspendedOn", "2026-10-20", "endedOn", "2026-11-29"))));
    }

    @ParameterizedTest
    @CsvSource({
        "code, 宝建2026, registration.project.code",
        "code, X, registration.project.code",
        "permitNo, 610302202603170101, registration.project.permitTaken",
        "supervisionRegNo, BJZJ-2026-0317, registration.project.supervisionTaken",
        "developerCode, GXZY, registration.project.developer",
        "contractorCode, SJ9, registration.project.party",
        "contractorCode, HC, registration.project.party",
        "supervisionCode, SJ1, registration.project.party",
        "permitOn, 2026-11-30, registration.project.future",
        "startsOn, 2026-08-31, registration.project.before",
        "plannedUntil, 2026-09-09, registration.project.before",
        "suspendedOn, 2026-09-09, registration.project.before",
        "suspendedOn, 2026-11-30, registration.project.future",
        "endedOn, 2026-09-09, registration.project.before",
        "endedOn, 2026-11-30, registration.project.future",
        "longitude, 34.3622, registration.project.position",
        "longitude, 1071.448, registration.project.position",
        "longitude, 107.14480001, registration.project.position",
        "latitude, 107.1448, registration.project.position",
        "latitude, -34.3622, registration.project.position"
    })
    void whatIsWrongIsRefusedAtItsField(String field, String value, String rule) {
        refused(field, rule, HOUSE, with(Map.of(field, value)));
    }

    @Test
    void aProjectDoesNotEndBeforeItWasSuspended() {
        refused(
                "endedOn",
                "registration.project.before",
                HOUSE,
                with(Map.of("suspendedOn", "2026-11-20", "endedOn", "2026-11-19")));
    }

    @Test
    void onlyItsDeveloperOrTheStationChangesAProject() {
        Map<String, String> change = with(Map.of("code", "XM-2026-001"));
        refused("code", "registration.project.taken", "developers/GXZY", change);
        refused("house", "registration.project.house", "contractors/SJ1", change);
        assertThatNoException().isThrownBy(() -> rules.check(rows, HOUSE, change));
        assertThatNoException().isThrownBy(() -> rules.check(rows, "station", change));
    }

    @Test
    void theDeveloperBeforeHandsAProjectOver() {
        Map<String, String> handedOver = with(Map.of("code", "XM-2026-001", "developerCode", "GXZY"));
        refused("code", "registration.project.taken", "developers/GXZY", handedOver);
        assertThatNoException().isThrownBy(() -> rules.check(rows, HOUSE, handedOver));
    }

    @Test
    void aCodeOfEarlierYearsStaysAsItWas() {
        rows.add(EntryKind.PROJECT, with(Map.of("code", "宝建2019", "permitNo", "P-19", "supervisionRegNo", "S-19")));
        assertThatNoException()
                .isThrownBy(() -> rules.check(
                        rows, HOUSE, with(Map.of("code", "宝建2019", "permitNo", "P-19", "supervisionRegNo", "S-19"))));
    }

    private void refused(String field, String rule, String house, Map<String, String> entry) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> rules.check(rows, house, entry))
                .withMessage(rule)
                .satisfies(broken -> assertThat(broken.field()).contains(field));
    }

    private static Map<String, String> with(Map<String, String> changes) {
        Map<String, String> entry = new HashMap<>(RIGHT);
        entry.putAll(changes);
        return entry;
    }

    /** Rows in memory. */
    private static final class Registered implements RegisteredEntries {

        private final Map<EntryKind, List<Map<String, String>>> kinds = new HashMap<>();

        void add(EntryKind kind, Map<String, String> row) {
            kinds.computeIfAbsent(kind, any -> new ArrayList<>()).add(row);
        }

        @Override
        public List<Map<String, String>> with(EntryKind kind, String field, String value) {
            return kinds.get(kind).stream()
                    .filter(row -> row.get(field).equals(value))
                    .toList();
        }

        @Override
        public Optional<Map<String, String>> same(EntryKind kind, Map<String, String> entry) {
            return with(kind, "code", entry.get("code")).stream().findFirst();
        }
    }
}
