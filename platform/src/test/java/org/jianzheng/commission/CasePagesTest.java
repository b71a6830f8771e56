package org.jianzheng.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** The pages of a case on its way through sampling, and the lists for programs. */
@PlatformTest
class CasePagesTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    Sampling sampling;

    @Autowired
    Commissions commissions;

    @Autowired
    MockMvc web;

    CaseDriver driver;
    String caseId;

    @BeforeEach
    void accepted() {
        driver = new CaseDriver(platform);
        caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
    }

    @Test
    void theCasePageSaysWhoIsWaitedForAndLeadsThere() throws Exception {
        web.perform(get("/cases/" + caseId).with(As.signedIn("sampler")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("取样登记")))
                .andExpect(content().string(containsString("去办理")))
                .andExpect(content().string(containsString("/cases/" + caseId + "/custody")));
        web.perform(get("/cases/" + caseId + "/next").with(As.signedIn("witness")))
                .andExpect(content().string(not(containsString("去办理"))));
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        web.perform(get("/cases/" + caseId + "/custody").with(As.signedIn("commissioner")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("王海涛")))
                .andExpect(content().string(containsString("宝鸡宏诚工程监理有限公司")))
                .andExpect(content().string(containsString("首次扫码")));
    }

    @Test
    void whoDidWhatIsToldByName() throws Exception {
        driver.take(caseId);
        web.perform(get("/cases/" + caseId + "/diagram").with(As.signedIn("supervisor")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("王海涛")))
                .andExpect(content().string(containsString("林晓燕")))
                .andExpect(content().string(not(containsString(">sampler<"))));
        web.perform(get("/").with(As.signedIn("witness")))
                .andExpect(content().string(containsString("见证员 · 宝鸡宏诚工程监理有限公司")));
    }

    @Test
    void theWayBackIsLitOnlyOnceTheCaseHasGoneIt() throws Exception {
        String returned = driver.toReview(DemoTest.CONCRETE);
        assertThat(diagram(returned))
                .contains("toReport")
                .doesNotContain("toTestAgain", "toIssueAfterTaking", "correctCommission");

        driver.sendBack(returned, "龄期与委托不符");

        assertThat(diagram(returned)).contains("toTestAgain", "toReturned").doesNotContain("toReturnedAgain", "toFile");
    }

    /** Everything that the diagrams of the case show as passed. */
    private List<String> diagram(String caseId) throws Exception {
        String section = web.perform(get("/cases/" + caseId + "/diagram").with(As.signedIn("supervisor")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("data-passed=\"([^\"]*)\"")
                .matcher(section)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(" ")))
                .toList();
    }

    @Test
    void theCalculationIsToldInWordsWithUnits() throws Exception {
        String tested = driver.toReview(DemoTest.REBAR);

        web.perform(get("/cases/" + tested + "/results").with(As.signedIn("reviewer")))
                .andExpect(content().string(containsString("最大力 Fm（kN）")))
                .andExpect(content().string(containsString("拉伸 合格，合格；弯曲 合格，合格")))
                .andExpect(content().string(not(containsString("maxForceKn"))))
                .andExpect(content().string(not(containsString("EXACT_DECIMALS"))));
    }

    @Test
    void onlyThoseWhoMayCommissionAreOfferedIt() throws Exception {
        for (String reader : new String[] {"commissioner", "sampler", "witness", "supervisor"}) {
            web.perform(get("/cases").with(As.signedIn(reader)))
                    .andExpect(content().string(containsString("新建委托")));
        }
        for (String reader : new String[] {"stationadmin", "receiver", "tester2", "admin"}) {
            web.perform(get("/cases").with(As.signedIn(reader)))
                    .andExpect(content().string(not(containsString("新建委托"))));
        }
    }

    @Test
    @Clause("5.1.1")
    void projectsAreSeenByThoseWhoTakePartInThem() throws Exception {
        web.perform(get("/projects").with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString("渭河新城安置房一期")))
                .andExpect(content().string(containsString("高新科创中心")));
        web.perform(get("/projects").with(As.signedIn("sampler")))
                .andExpect(content().string(containsString("陕西三秦第一建筑工程有限公司")))
                .andExpect(content().string(not(containsString("高新科创中心"))));
        for (String outsider : new String[] {"tester", "admin"}) {
            web.perform(get("/projects").with(As.signedIn(outsider)))
                    .andExpect(content().string(containsString("没有符合条件的工程")));
        }
    }

    @Test
    void marksArePrintedByTheSamplerAloneAndSayNothingOfTheProject() throws Exception {
        String mark = sampling.sample(caseId).specimens().get(0).mark();
        CommissionView order = commissions.find(caseId);
        web.perform(get("/cases/" + caseId + "/marks").with(As.signedIn("sampler")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(mark)))
                .andExpect(content().string(containsString(order.asked().grade())))
                .andExpect(content().string(not(containsString(order.site().projectName()))))
                .andExpect(content().string(not(containsString(order.site().unitWorks()))))
                .andExpect(content().string(not(containsString(order.site().part()))));
        for (String other : new String[] {"witness", "receiver", "commissioner", "supervisor", "tester2"}) {
            web.perform(get("/cases/" + caseId + "/marks").with(As.signedIn(other)))
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    @Clause("5.4.6")
    void aScannedMarkLeadsToItsSampleAndIsRecordedWhenItsHolderSaysSo() throws Exception {
        String mark = sampling.sample(caseId).specimens().get(1).mark();
        for (int looks = 0; looks < 2; looks++) {
            web.perform(get("/s/" + mark).with(As.signedIn("sampler")))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("已记录您的扫码时间"))))
                    .andExpect(content().string(containsString("0 / 3")));
        }
        web.perform(post("/s/" + mark).with(As.signedIn("sampler"))).andExpect(status().isForbidden());
        assertThat(sampling.sample(caseId).firstScanAt()).isNull();
        web.perform(post("/s/" + mark).with(As.signedIn("sampler")).with(csrf()))
                .andExpect(redirectedUrl("/s/" + mark));
        web.perform(get("/s/" + mark).with(As.signedIn("sampler")))
                .andExpect(content().string(containsString("已记录您的扫码时间")))
                .andExpect(content().string(containsString("1 / 3")));
        web.perform(get("/s/" + mark).with(As.signedIn("tester2")))
                .andExpect(content().string(containsString("已绑定")))
                .andExpect(content().string(not(containsString("0 / 3"))));
        web.perform(get("/s/GUESSED").with(As.signedIn("sampler")))
                .andExpect(content().string(containsString("这不是有效的试件标识")));
    }

    @Test
    @Clause("5.1.1")
    void casesOfOthersAreNotFound() throws Exception {
        for (String page : new String[] {"", "/custody", "/next", "/marks"}) {
            web.perform(get("/cases/" + caseId + page).with(As.signedIn("tester2")))
                    .andExpect(status().isNotFound());
        }
        web.perform(get("/api/cases/" + caseId).with(As.signedIn("tester2"))).andExpect(status().isNotFound());
    }

    @Test
    void theListSearchesFiltersAndPages() throws Exception {
        String number = commissions.find(caseId).commissionNo();
        web.perform(get("/cases").param("q", number).with(As.signedIn("commissioner")))
                .andExpect(content().string(containsString(caseId)))
                .andExpect(content().string(containsString("/commissions/new")));
        web.perform(get("/cases").param("q", number).param("state", "ARCHIVED").with(As.signedIn("tester")))
                .andExpect(content().string(containsString("没有符合条件的案件")));
        web.perform(get("/cases")
                        .param("q", "<script>")
                        .header("HX-Request", "true")
                        .with(As.signedIn("tester")))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<html"))));
    }

    @Test
    void programsListCasesWithWhatIsOpen() throws Exception {
        web.perform(get("/api/cases")
                        .param("state", "SAMPLING")
                        .param("size", "200")
                        .with(As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[?(@.caseId=='" + caseId + "')].openTasks[0].key")
                        .value(hasItem("takeSample")))
                .andExpect(jsonPath("$.items[0].labCode").value("BJ01"));
        web.perform(get("/api/cases").param("state", "NONSENSE").with(As.signedIn("labadmin")))
                .andExpect(status().isBadRequest());
        web.perform(get("/api/specimens")
                        .param("state", "ISSUED")
                        .param("size", "5")
                        .with(As.signedIn("tester")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(5));
    }
}
