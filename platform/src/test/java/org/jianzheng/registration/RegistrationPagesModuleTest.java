package org.jianzheng.registration;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.hamcrest.Matchers;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registration.entry.Applying;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Who sees which application and which registry. */
@PlatformTest
@Clause({"4.2.2.3", "5.3.3"})
class RegistrationPagesModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    MockMvc web;

    private Applying desk;

    @BeforeEach
    void desk() {
        desk = new Applying(platform);
    }

    @Test
    void otherHousesNeitherSeeAnApplicationNorApplyForAnother() throws Exception {
        String id = desk.apply("labadmin", "CAMERA", "labs/BJ01", Typed.camera("RG-SX-00", "水泥室", "BULLET", "2", 90));
        web.perform(get("/registrations/" + id).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
        web.perform(get("/cases/" + id + "/diagram").with(As.signedIn("sampler")))
                .andExpect(status().isNotFound());
        web.perform(get("/cases/" + id).with(As.signedIn("labadmin"))).andExpect(status().isFound());
        web.perform(get("/registrations?q=RG-SX-00").with(As.signedIn("tester2")))
                .andExpect(content().string(Matchers.containsString("没有登记申请")));
        refused("labadmin", "CAMERA", "labs/BJ02", Typed.camera("RG-SX-09", "水泥室", "BULLET", "2", 90));
        refused("sampler", "EQUIPMENT", "contractors/SJ1", Typed.equipment("RG-YL-09", "无"));
    }

    @Test
    @Clause("4.2.1")
    void camerasAndContractsAreListedForTheirLaboratoryAndTheStation() throws Exception {
        web.perform(get("/cameras?q=SX").with(As.signedIn("tester")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("BJ01-SX-01")))
                .andExpect(content().string(Matchers.containsString("球机")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("BJ02-SX-01"))));
        web.perform(get("/cameras?q=BJ02-SX").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("BJ02-SX-01")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("BJ01-SX-01"))));
        web.perform(get("/cameras?q=%25&page=-3").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("没有符合条件的登记")));
        web.perform(get("/contracts").with(As.signedIn("tester2")))
                .andExpect(content().string(Matchers.containsString("HT-2026-002")))
                .andExpect(content().string(Matchers.not(Matchers.containsString("HT-2026-001"))));
        web.perform(get("/contracts").with(As.signedIn("sampler")))
                .andExpect(content().string(Matchers.containsString("没有符合条件的登记")));
        web.perform(get("/organisations?q=宏诚").with(As.signedIn("supervisor")))
                .andExpect(content().string(Matchers.containsString("office@hc.example")));
    }

    private void refused(String who, String kind, String house, Map<String, Object> entry) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(() -> desk.apply(who, kind, house, entry));
    }
}
