package org.jianzheng.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jianzheng.support.Checkout;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the realm file promises; its effect is shown by the journeys. */
class RealmTest {

    private final JsonNode realm = read();

    @Test
    @Clause("8.3.3")
    void passwordsAreLongMixedHashedAndChanged() {
        assertThat(realm.get("passwordPolicy").asText().split(" and "))
                .contains(
                        "length(12)",
                        "upperCase(1)",
                        "lowerCase(1)",
                        "digits(1)",
                        "specialChars(1)",
                        "passwordHistory(5)",
                        "forceExpiredPasswordChange(90)",
                        "hashAlgorithm(argon2)",
                        "notUsername");
    }

    @Test
    @Clause("8.3.3")
    void guessingIsSlowedSessionsAreShortAndEventsAreKept() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("failureFactor").asInt()).isLessThanOrEqualTo(5);
        assertThat(realm.get("ssoSessionIdleTimeout").asInt()).isLessThanOrEqualTo(1800);
        assertThat(realm.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("adminEventsEnabled").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "commissioner, /developers/WBJT/commissioner",
        "sampler, /contractors/SJ1/sampler",
        "witness, /supervision/HC/witness",
        "receiver, /labs/BJ01/receiver",
        "tester, /labs/BJ01/tester",
        "reviewer, /labs/BJ01/reviewer",
        "signatory, /labs/BJ01/signatory",
        "technicalhead, /labs/BJ01/technicalhead",
        "labadmin, /labs/BJ01/labadmin",
        "tester2, /labs/BJ02/tester",
        "supervisor, /station/supervisor",
        "stationadmin, /station/stationadmin",
        "admin, /camunda-admin",
    })
    void everyDemoLoginHasItsGroup(String username, String group) {
        JsonNode user = StreamSupport.stream(realm.get("users").spliterator(), false)
                .filter(one -> one.get("username").asText().equals(username))
                .findFirst()
                .orElseThrow();
        assertThat(user.get("groups")).hasSize(1);
        assertThat(user.get("groups").get(0).asText()).isEqualTo(group);
        assertThat(user.get("firstName").asText()).isNotBlank();
        assertThat(Role.ofGroup(group.substring(1))).isPresent();
    }

    @Test
    void everyGroupThatSomebodyIsInExistsAndMeansARole() {
        Set<String> paths = new HashSet<>();
        collect("", realm.get("groups"), paths);
        for (JsonNode user : realm.get("users")) {
            for (JsonNode group : user.path("groups")) {
                assertThat(paths).contains(group.asText());
                assertThat(Role.ofGroup(group.asText().substring(1))).isPresent();
            }
        }
    }

    @Test
    void onlyTheClientForScriptsTakesPasswordsAndNoneIsOpenToAnyAddress() {
        Map<String, Boolean> takesPasswords =
                Map.of("jianzheng-console", false, "jianzheng-cli", true, "jianzheng-engine", false);
        for (JsonNode client : realm.get("clients")) {
            assertThat(client.get("directAccessGrantsEnabled").asBoolean())
                    .isEqualTo(takesPasswords.get(client.get("clientId").asText()));
            assertThat(client.get("redirectUris")).noneMatch(uri -> uri.asText().contains("*"));
        }
    }

    @Test
    void whoeverSignsDecidesOrAdministersNeedsASecondFactor() {
        assertThat(realm.get("browserFlow").asText()).isEqualTo("browser with second factor");
        assertThat(realm.get("directGrantFlow").asText()).isEqualTo("direct grant with second factor");
        Set<String> need = new HashSet<>();
        Set<String> all = new HashSet<>();
        secondFactor("", realm.get("groups"), need);
        collect("", realm.get("groups"), all);
        for (String group : all) {
            boolean asked = Role.ofGroup(group.substring(1))
                    .filter(EnumSet.of(Role.ADMIN, Role.STATIONADMIN, Role.SIGNATORY)::contains)
                    .isPresent();
            assertThat(need.contains(group)).as(group).isEqualTo(asked);
        }
    }

    @Test
    void aDemonstrationIsContentWithThePassword() {
        assertThat(Checkout.realm(8080))
                .contains("\"browserFlow\": \"browser\"", "\"directGrantFlow\": \"direct grant\"");
    }

    private static void secondFactor(String parent, JsonNode groups, Set<String> paths) {
        for (JsonNode group : groups) {
            String path = parent + "/" + group.get("name").asText();
            if (group.path("realmRoles").toString().contains("\"second-factor\"")) {
                paths.add(path);
            }
            secondFactor(path, group.path("subGroups"), paths);
        }
    }

    private static void collect(String parent, JsonNode groups, Set<String> paths) {
        for (JsonNode group : groups) {
            String path = parent + "/" + group.get("name").asText();
            paths.add(path);
            collect(path, group.path("subGroups"), paths);
        }
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Checkout.shippedRealm());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
