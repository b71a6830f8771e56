package org.jianzheng.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    @ParameterizedTest
    @CsvSource({
        "labs/BJ01/tester, TESTER, labs/BJ01, LAB, BJ01",
        "labs/BJ02/labadmin, LABADMIN, labs/BJ02, LAB, BJ02",
        "developers/WBJT/commissioner, COMMISSIONER, developers/WBJT, DEVELOPER, WBJT",
        "contractors/SJ1/sampler, SAMPLER, contractors/SJ1, CONTRACTOR, SJ1",
        "supervision/HC/witness, WITNESS, supervision/HC, SUPERVISION, HC",
        "station/supervisor, SUPERVISOR, station, ALL, ''",
    })
    void aGroupGivesRoleEmployerAndScope(String group, Role role, String employer, Scope.Kind kind, String code) {
        Person person = in(group);
        assertThat(person.roles()).containsExactly(role);
        assertThat(person.employer()).contains(employer);
        assertThat(Scope.of(person)).isEqualTo(new Scope(kind, code));
    }

    @Test
    void anAdministratorOfTheEngineSeesNoCases() {
        Person admin = in("camunda-admin");
        assertThat(admin.has(Role.ADMIN)).isTrue();
        assertThat(Scope.of(admin)).isEqualTo(Scope.NONE);
    }

    @Test
    void anAdministratorWhoPutThemselvesIntoOtherGroupsIsAnAdministratorStill() {
        Person admin = in("camunda-admin", "labs/BJ01/signatory", "station/stationadmin");
        assertThat(admin.roles()).containsExactly(Role.ADMIN);
        assertThat(admin.groups()).containsExactly("camunda-admin");
        assertThat(Scope.of(admin)).isEqualTo(Scope.NONE);
    }

    @Test
    void somebodyWithTwoEmployersSeesAndIsNothing() {
        Person twice = in("labs/BJ01/tester", "contractors/SJ1/sampler");
        assertThat(twice.roles()).isEmpty();
        assertThat(twice.groups()).isEmpty();
        assertThat(twice.employer()).isEmpty();
        assertThat(Scope.of(twice)).isEqualTo(Scope.NONE);
    }

    @Test
    void onlyWhoHasNoOtherRankTestsWithoutNames() {
        assertThat(in("labs/BJ01/tester").testsOnly()).isTrue();
        assertThat(in("labs/BJ01/tester", "labs/BJ01/reviewer").testsOnly()).isFalse();
        assertThat(in("labs/BJ01/reviewer").testsOnly()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"labs/BJ01", "labs//tester", "labs/BJ01/tester/more", "LABS/BJ01/tester", "labs/BJ01/boss", "station"})
    void groupsOutsideTheTreeMeanNothing(String group) {
        assertThat(in(group).roles()).isEmpty();
        assertThat(Scope.of(in(group))).isEqualTo(Scope.NONE);
    }

    @Test
    void aScopeSeesTheRowsThatNameItsOrganisationInItsOwnPart() {
        CaseParties parties = new CaseParties("BJ01", "WBJT", "SJ1", "HC");
        assertThat(Scope.of(in("labs/BJ01/tester")).sees(parties)).isTrue();
        assertThat(Scope.of(in("labs/BJ02/tester")).sees(parties)).isFalse();
        // A contractor that happens to have a laboratory's code.
        assertThat(Scope.of(in("contractors/BJ01/sampler")).sees(parties)).isFalse();
        assertThat(Scope.of(in("station/supervisor")).sees(parties)).isTrue();
        assertThat(Scope.of(in("camunda-admin")).sees(parties)).isFalse();
        assertThat(Scope.of(Person.SYSTEM).sees(parties)).isTrue();
    }

    private static Person in(String... groups) {
        return new Person("somebody", "某人", Set.of(groups));
    }
}
