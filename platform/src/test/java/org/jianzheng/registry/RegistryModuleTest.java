package org.jianzheng.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import org.hamcrest.Matchers;
import org.jianzheng.gate.AblePerson;
import org.jianzheng.gate.Gate;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.Questions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@PlatformTest
@Clause("4.1.11")
class RegistryModuleTest {

    private static final LocalDate TODAY = LocalDate.now(org.jianzheng.kernel.CityTime.ZONE);

    @Autowired
    Registry registry;

    @Autowired
    Gate gate;

    @Autowired
    MockMvc web;

    @Test
    void aLaboratoryTestsWhatItsScopeHoldsThatDay() {
        assertThat(gate.ask(Questions.lab("BJ01", "splice", TODAY)).allowed()).isTrue();
        assertThat(gate.ask(Questions.lab("BJ03", "splice", TODAY)).because()).contains("超范围");
        assertThat(gate.ask(Questions.lab("BJ02", "mortar-cube", TODAY)).because())
                .contains("不在有效期内");
        assertThat(gate.ask(Questions.lab("BJ02", "mortar-cube", TODAY.minusDays(30)))
                        .allowed())
                .isTrue();
        assertThat(gate.ask(Questions.lab("BJ01", "splice", TODAY.plusYears(10)))
                        .because())
                .contains("资质证书");
        assertThat(gate.ask(Questions.lab("BJ99", "splice", TODAY)).allowed()).isFalse();
    }

    @Test
    void aPersonActsWithACertificateForTheRoleTheItemAndTheDay() {
        assertThat(gate.ask(Questions.person("tester", Role.TESTER, "rebar", TODAY))
                        .allowed())
                .isTrue();
        assertThat(gate.ask(Questions.person("tester.bj01b", Role.TESTER, "rebar", TODAY))
                        .because())
                .contains("不含");
        assertThat(gate.ask(Questions.person("tester.bj01c", Role.TESTER, "rebar", TODAY))
                        .because())
                .contains("不在有效期内");
        assertThat(gate.ask(Questions.person("tester", Role.SIGNATORY, "rebar", TODAY))
                        .because())
                .contains("没有授权签字人上岗证");
        assertThat(gate.ask(Questions.person("nobody", Role.TESTER, "rebar", TODAY))
                        .because())
                .contains("未登记");
    }

    @Test
    void equipmentIsUsedForItsItemsWithinItsCalibration() {
        assertThat(gate.ask(Questions.machine("BJ01-YL-01", "concrete-cube", TODAY))
                        .allowed())
                .isTrue();
        assertThat(gate.ask(Questions.machine("BJ01-YL-03", "concrete-cube", TODAY))
                        .because())
                .contains("检定/校准有效期");
        assertThat(gate.ask(Questions.machine("BJ01-YL-03", "weld", TODAY)).findings())
                .hasSize(2);
        assertThat(gate.ask(Questions.machine("X", "weld", TODAY)).allowed()).isFalse();
        assertThat(registry.usable("BJ01", "concrete-cube", TODAY))
                .extracting(Machine::code)
                .containsExactly("BJ01-YL-01");
    }

    @Test
    void whoIsExpiredIsNotEligible() {
        assertThat(gate.able("labs/BJ01", Role.TESTER, "rebar", Set.of(), TODAY))
                .extracting(AblePerson::username)
                .containsExactly("tester");
    }

    @Test
    void validityWarnsThirtyDaysAhead() {
        assertThat(Validity.of(new DaySpan(TODAY, TODAY.plusDays(30)), TODAY)).isEqualTo(Validity.VALID);
        assertThat(Validity.of(new DaySpan(TODAY, TODAY.plusDays(29)), TODAY)).isEqualTo(Validity.EXPIRING);
        assertThat(Validity.of(new DaySpan(TODAY.minusDays(9), TODAY), TODAY)).isEqualTo(Validity.EXPIRING);
        assertThat(Validity.of(new DaySpan(TODAY.minusDays(9), TODAY.minusDays(1)), TODAY))
                .isEqualTo(Validity.EXPIRED);
        assertThat(Validity.of(new DaySpan(TODAY.plusDays(1), TODAY.plusDays(2)), TODAY))
                .isEqualTo(Validity.NOT_YET);
    }

    @Test
    @Clause("7.1.1")
    void personalNumbersAreMaskedOnThePage() throws Exception {
        Member sampler = registry.member("sampler");
        assertThat(sampler.idNumberMasked()).matches("6103\\*{12}..");
        assertThat(sampler.phoneMasked()).matches("139\\*{4}\\d{4}");
        web.perform(get("/people").with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("王海涛")))
                .andExpect(content().string(Matchers.containsString(sampler.idNumberMasked())))
                .andExpect(content().string(Matchers.containsString("即将到期")));
    }

    @Test
    void peopleAndEquipmentOfOtherHousesAreNotShown() throws Exception {
        web.perform(get("/people").with(As.signedIn("tester2")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("张伟"))))
                .andExpect(content().string(Matchers.containsString("马文博")));
        web.perform(get("/equipment?q=YAW").with(As.signedIn("tester")))
                .andExpect(content().string(Matchers.containsString("BJ01-YL-01")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("BJ02"))));
        web.perform(get("/equipment?q=%25&page=-1").with(As.signedIn("tester")))
                .andExpect(content().string(Matchers.containsString("没有符合条件的设备")));
        web.perform(get("/labs").with(As.signedIn("sampler")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("已过期")));
    }

    @Test
    void whatIsNotRegisteredIsNotFound() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> registry.lab("X"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> registry.member("X"));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> registry.organisation("X"));
    }
}
