package org.jianzheng.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.Applying;
import org.jianzheng.support.AtOnce;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two approvals that may not both be: whoever comes second meets the rule, not the database. */
@PlatformTest
@Clause({"4.1.11", "5.3.3"})
class AtTheSameMomentModuleTest {

    private static final String APPROVED = "approved";

    @Autowired
    ApplicationContext platform;

    @Autowired
    JdbcTemplate sql;

    private Applying desk;

    @BeforeEach
    void desk() {
        desk = new Applying(platform);
    }

    @AfterEach
    void nothingStays() {
        TestDatabase.owner().update("DELETE FROM qualification_contract WHERE contract_no LIKE 'RT-%'");
        TestDatabase.owner().update("DELETE FROM qualification_person WHERE username LIKE 'rt.%'");
    }

    @RepeatedTest(3)
    void thirdLaboratoriesOfAnItemOfAProject() throws Exception {
        desk.approve("stationadmin", contract("RT-1", "labadmin", "labs/BJ01"));
        String second = contract("RT-2", "stationadmin", "labs/BJ02");
        String third = contract("RT-3", "supervisor", "labs/BJ03");
        assertThat(decided("supervisor", second, "stationadmin", third))
                .containsExactlyInAnyOrder(APPROVED, "registration.contract.labs");
        assertThat(sql.queryForObject(
                        "SELECT COUNT(*) FROM qualification_contract WHERE contract_no LIKE 'RT-%'", Integer.class))
                .isEqualTo(2);
    }

    @RepeatedTest(3)
    void twoEmployersOfOnePerson() throws Exception {
        String one = desk.apply("labadmin", "PERSON", "labs/BJ01", Typed.person("rt.one", "田一", "610302198102020117"));
        String other = desk.apply(
                "commissioner", "PERSON", "developers/WBJT", Typed.person("rt.two", "田一", "610302198102020117"));
        assertThat(decided("supervisor", one, "stationadmin", other))
                .containsExactlyInAnyOrder(APPROVED, "registration.person.employed");
    }

    private String contract(String no, String who, String house) {
        Map<String, Object> typed = new HashMap<>(Typed.contract(no, "splice"));
        typed.put("projectCode", DemoCity.OTHER_PROJECT);
        return desk.apply(who, "CONTRACT", house, typed);
    }

    private List<String> decided(String one, String first, String other, String second) throws Exception {
        return AtOnce.all(
                Stream.of(decision(one, first), decision(other, second)).toList());
    }

    private Callable<String> decision(String who, String id) {
        return () -> {
            try {
                desk.approve(who, id);
                return APPROVED;
            } catch (RuleBroken broken) {
                return broken.code();
            }
        };
    }
}
