package org.jianzheng.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianzheng.gate.OwnLab.TODAY;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Registry;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Laboratories, people and machines are for parameters of an item; the compulsory ones are held as a whole. */
@PlatformTest
@Clause("4.1.11")
class ScopeByParameterModuleTest {

    private static final Set<String> BENT = Set.of("tensile", "bend", "mass");
    private static final Set<String> BENT_BACK = Set.of("tensile", "reverse-bend", "mass");

    @Autowired
    Registry registry;

    @Autowired
    Gate gate;

    OwnLab lab;

    @BeforeEach
    void ownLab(@Autowired ApplicationContext platform) {
        lab = new OwnLab(platform, "rebar");
    }

    @Test
    void aScopeByItemIsForAllItsParameters() {
        assertThat(findings(at(BENT).lab(lab.code()))).isEmpty();
        assertThat(findings(at(BENT_BACK).lab(lab.code()))).isEmpty();
    }

    @Test
    void withoutAnOptionalParameterOnlyOrdersOfItAreRefused() {
        holds("tensile", "reverse-bend", "mass");

        assertThat(findings(at(BENT_BACK).lab(lab.code()))).isEmpty();
        assertThat(findings(at(BENT).lab(lab.code()))).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo(GateRule.LAB_SCOPE);
            assertThat(finding.reason()).contains("钢筋力学性能与重量偏差", "不含参数：弯曲");
        });
    }

    @Test
    void withoutACompulsoryParameterTheItemIsOutOfScope() {
        holds("tensile", "bend", "reverse-bend");

        for (Set<String> asked : List.of(Set.<String>of(), Set.of("bend"), BENT)) {
            assertThat(findings(at(asked).lab(lab.code()))).singleElement().satisfies(finding -> {
                assertThat(finding.rule()).isEqualTo(GateRule.LAB_SCOPE);
                assertThat(finding.reason()).contains("必备参数：重量偏差");
            });
        }
    }

    @Test
    void aTesterIsCertifiedForEachParameter() {
        String tester = lab.member("甲", Role.TESTER, "rebar/tensile,rebar/mass", TODAY, TODAY.plusDays(9));

        assertThat(findings(at(BENT).lab(lab.code()).person(tester, Role.TESTER)))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(GateRule.PERSON_ITEM);
                    assertThat(finding.reason()).contains("不含参数：弯曲");
                });
        assertThat(gate.able("labs/" + lab.code(), Role.TESTER, "rebar", BENT, TODAY))
                .isEmpty();

        lab.member("甲", Role.TESTER, "rebar/bend", TODAY, TODAY.plusDays(9));
        assertThat(findings(at(BENT).lab(lab.code()).person(tester, Role.TESTER)))
                .isEmpty();
        assertThat(gate.able("labs/" + lab.code(), Role.TESTER, "rebar", BENT, TODAY))
                .hasSize(1);
    }

    @Test
    void aLaboratoryHasAMachineOfItsKindForEachParameter() {
        machine("1", "rebar", "UNIVERSAL");
        machine("2", "rebar/bend", "BALANCE");

        assertThat(findings(at(BENT).lab(lab.code()).machines()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo(GateRule.EQUIPMENT_NONE);
                    assertThat(finding.reason()).contains("重量偏差", "天平");
                });
        String balance = machine("3", "rebar/mass", "BALANCE");
        assertThat(findings(at(BENT).lab(lab.code()).machines())).isEmpty();

        assertThat(findings(at(Set.of("tensile")).machine(balance)))
                .extracting(GateFinding::rule)
                .containsExactly(GateRule.EQUIPMENT_ITEM);
        assertThat(registry.usable(lab.code(), "rebar", Set.of("tensile"), TODAY))
                .hasSize(1);
    }

    @Test
    void anOrderWithBendingIsNotForALaboratoryWithoutIt(@Autowired ApplicationContext platform) {
        holds("tensile", "reverse-bend", "mass");
        CaseDriver driver = new CaseDriver(platform);

        assertThatThrownBy(() -> driver.commission(DemoTest.REBAR, Map.of("labCode", lab.code())))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.code()).isEqualTo("commission.lab.refused");
                    assertThat(broken.arguments()[0].toString()).contains("不含参数：弯曲", "天平");
                });
        assertThatThrownBy(() ->
                        driver.commission(DemoTest.REBAR, Map.of("labCode", lab.code(), "bendType", "REVERSE_BEND")))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.arguments()[0].toString())
                        .doesNotContain("不含参数")
                        .contains("反向弯曲的"));
    }

    private void holds(String... parameters) {
        lab.change(
                "UPDATE qualification_scope SET parameters = ? WHERE lab_code = ?",
                String.join(
                        ",",
                        Arrays.stream(parameters).map(code -> "rebar/" + code).toList()),
                lab.code());
    }

    private String machine(String number, String items, String kind) {
        String machine = lab.machine(number, items, "1级", TODAY.minusDays(1), TODAY.plusYears(1));
        lab.change("UPDATE qualification_equipment SET kind = ? WHERE code = ?", kind, machine);
        return machine;
    }

    private List<GateFinding> findings(GateQuestion question) {
        return gate.ask(question).findings();
    }

    private static GateQuestion at(Set<String> parameters) {
        return GateQuestion.at(GatePoint.COMMISSION, null, "rebar", TODAY).measuring(parameters);
    }
}
