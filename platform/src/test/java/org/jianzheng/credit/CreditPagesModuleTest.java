package org.jianzheng.credit;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Who may look into whose credit. Each test has a laboratory of its own. */
@PlatformTest
@Clause("5.3.4")
class CreditPagesModuleTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    MockMvc web;

    @Autowired
    MutableClock clock;

    private CreditLab lab;

    @BeforeEach
    void itIsMonday() {
        lab = new CreditLab(platform);
        clock.at(CreditLab.MONDAY);
    }

    @AfterEach
    void presentTime() {
        clock.reset();
    }

    @Test
    @Clause("5.4.3")
    void aHouseSeesItsOwnCreditAndTheStationEverybodys() throws Exception {
        lab.decided("LAB_SCOPE", "CORRECT");
        lab.complete(lab.head(), CreditLab.ACCEPT);
        String id = lab.entry().id();

        web.perform(get("/credit/" + lab.path()).with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(lab.entry().rule().title())))
                .andExpect(content().string(containsString("/breaches/" + lab.breachId())));
        web.perform(get("/credit/" + lab.code()).with(As.signedIn("supervisor")))
                .andExpect(status().isOk());
        web.perform(get("/credit/entries/" + id).with(As.signedIn("supervisor")))
                .andExpect(status().isOk());
        web.perform(get("/cases/" + id).with(As.signedIn("supervisor")))
                .andExpect(redirectedUrl("/credit/entries/" + id));
        for (String stranger : List.of("labadmin", "tester2", "commissioner", "admin")) {
            web.perform(get("/credit/" + lab.path()).with(As.signedIn(stranger)))
                    .andExpect(status().isNotFound());
            web.perform(get("/credit/entries/" + id).with(As.signedIn(stranger)))
                    .andExpect(status().isNotFound());
            web.perform(get("/cases/" + id + "/ledger").with(As.signedIn(stranger)))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/credit").with(As.signedIn("labadmin"))).andExpect(redirectedUrl("/credit/labs/BJ01"));
        web.perform(get("/credit").param("q", lab.code()).with(As.signedIn("stationadmin")))
                .andExpect(content().string(containsString(lab.path())));
        web.perform(get("/credit/" + lab.path()).param("day", "not-a-day").with(As.signedIn("supervisor")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void anybodyMayReadTheGradesOfLaboratoriesAndNothingElse() throws Exception {
        web.perform(get("/public/credit"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("BJ01")))
                .andExpect(content().string(not(containsString("沈立群"))));
        web.perform(get("/credit")).andExpect(status().is3xxRedirection());
    }
}
