package org.jianzheng.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.jianzheng.reporting.Reporting;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Every list of the console, asked for what nobody should ask and what only some may see. */
@PlatformTest
class ListsTest {

    private static final String[] LISTS = {"/cases", "/reports", "/archive", "/projects", "/people", "/equipment"};

    @Autowired
    ApplicationContext platform;

    @Autowired
    MockMvc web;

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999", "2147483647"})
    void aPageThatIsNotThereIsTheNearestOne(String page) throws Exception {
        new CaseDriver(platform).commission(DemoTest.CONCRETE);
        for (String list : LISTS) {
            web.perform(get(list).param("page", page).with(As.signedIn("supervisor")))
                    .andExpect(status().isOk());
        }
        web.perform(get("/cases").param("page", page).with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString("<tr data-href")));
        web.perform(get("/equipment")
                        .param("q", "BJ01-YL-01")
                        .param("page", page)
                        .with(As.signedIn("tester")))
                .andExpect(content().string(containsString("第 1 / 1 页")))
                .andExpect(content().string(containsString("BJ01-YL-01")));
    }

    @Test
    void aPageThatIsNoNumberIsRefusedWithItsName() throws Exception {
        web.perform(get("/cases").param("page", "two").with(As.signedIn("tester")))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("参数 page 的值格式不对")));
    }

    @Test
    void whateverIsSearchedForIsText() throws Exception {
        for (String search :
                new String[] {"长".repeat(10_000), "😀🏗️", "<script>alert(1)</script>", "%", "'; --", "\\"}) {
            for (String list : LISTS) {
                web.perform(get(list).param("q", search).with(As.signedIn("supervisor")))
                        .andExpect(status().isOk())
                        .andExpect(content().string(not(containsString("<script>alert"))));
            }
        }
    }

    @Test
    @Clause("5.1.1")
    void anotherLaboratoryCountsAndFindsNothingOfACase() throws Exception {
        CaseDriver driver = new CaseDriver(platform);
        String caseId = driver.finish(DemoTest.CONCRETE);
        String report = reportNo(caseId);
        for (String page : new String[] {"", "/next", "/diagram", "/custody", "/results", "/report", "/ledger"}) {
            web.perform(get("/cases/" + caseId + page).with(As.signedIn("tester2")))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/api/cases/" + caseId).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
        web.perform(get("/reports/" + report + ".pdf").with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
        web.perform(get("/api/reports/" + report + ".pdf").with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
        for (String list : new String[] {"/reports", "/archive"}) {
            web.perform(get(list).param("q", report).with(As.signedIn("tester2")))
                    .andExpect(content().string(not(containsString(caseId))));
            web.perform(get(list).param("q", report).with(As.signedIn("tester")))
                    .andExpect(content().string(containsString(caseId)));
        }
    }

    @Test
    void homeCountsTheCasesThatOneMaySeeByStage() throws Exception {
        int before = submitted("receiver");
        int others = submitted("tester2");
        new CaseDriver(platform).commission(DemoTest.CONCRETE);

        assertThat(submitted("receiver")).isEqualTo(before + 1);
        assertThat(submitted("tester2")).isEqualTo(others);
    }

    @Test
    void thePagesSpeakEnglishOnceAsked() throws Exception {
        web.perform(get("/cases").param("lang", "en").with(As.signedIn("receiver")))
                .andExpect(content().string(containsString("lang=\"en\"")))
                .andExpect(content().string(containsString("All states")))
                .andExpect(content().string(not(containsString("全部状态"))));
    }

    /** The figure that leads to the list of cases waiting for review. */
    private int submitted(String reader) throws Exception {
        String section = web.perform(get("/home/cases").with(As.signedIn(reader)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String tile = section.substring(section.indexOf("state=SUBMITTED"));
        String figure = tile.substring(tile.indexOf("<strong>") + "<strong>".length(), tile.indexOf("</strong>"));
        return Integer.parseInt(figure);
    }

    private String reportNo(String caseId) {
        return platform.getBean(Reporting.class).ofCase(caseId).orElseThrow().reportNo();
    }
}
