package org.jianzheng.reporting.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.verifying.Tools;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.Testing;
import org.jianzheng.testing.procedure.ResultView.RecordVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** 原始记录 on paper: what was typed, by whom and when, what took its place, and where the ledger keeps it. */
@PlatformTest
class RecordSheetModuleTest {

    private static final Path FOLDER = Path.of("target", "printed");

    @Autowired
    private Reporting reporting;

    @Autowired
    private Testing testing;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MutableClock clock;

    private CaseDriver driver;
    private MockMvc pages;

    @BeforeEach
    void platform(@Autowired ApplicationContext platform, @Autowired WebApplicationContext web) {
        driver = new CaseDriver(platform);
        pages = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    @Clause({"4.2.2.2", "6.1.2"})
    void whatWasCorrectedStandsBesideWhatTookItsPlace() throws Exception {
        String caseId = driver.toReview(DemoTest.CONCRETE);
        driver.sendBack(caseId, "第 2 个试件荷载与设备示值不符，请核对");
        Map<String, Object> corrected = new LinkedHashMap<>(DemoTest.concrete("787.5", "802.1", "812.6"));
        corrected.put("correctionKind", "TRANSCRIPTION");
        corrected.put("correctionReason", "第 2 块抄录有误，设备示值为 802.1 kN");
        driver.record(caseId, corrected);

        String text = printed(caseId, "concrete-records");
        RecordVersion last = testing.result(caseId).records().get(0);
        RecordVersion first = testing.result(caseId).records().get(1);
        assertThat(text)
                .contains("混凝土立方体抗压强度原始记录", "检测依据", "GB/T 50081-2019", "强度等级 C30")
                .contains(first.recordNo() + "　第 1 版　已由 " + last.recordNo() + " 替代")
                .contains(last.recordNo() + "　第 2 版　现行")
                .containsSubsequence("801.2", "802.1", "与上一版的差异", "第 2 行　破坏荷载", "801.2", "802.1")
                .contains("张伟（SN-JC-20250009）", "温度 21.5 ℃", "56 %", "抄录或录入笔误：第 2 块抄录有误")
                .contains("BJ01-YL-01", "校准有效期至")
                .doesNotContain("null", "{", "loadKn", "GROUP", "渭河新城", "宝鸡渭北建设投资集团有限公司");
        for (RecordVersion record : testing.result(caseId).records()) {
            String hash =
                    ledger.ofSubject("raw-record:" + record.recordNo()).get(0).contentHash();
            assertThat(text.replaceAll("\\s", "")).contains(hash);
        }
    }

    @Test
    void everyStageHasItsUnitsTimesAndRows() throws Exception {
        DemoTest test = DemoTest.unsoundCement("13.0");
        String caseId = driver.toReview(test);

        assertThat(printed(caseId, "cement-physical-records"))
                .containsSubsequence(
                        "凝结时间与细度", "初凝时间 165 min", "45 µm 筛余 8.6 %", "安定性", "煮沸后 C", "16.0", "安定性重做（同一样品）", "13.0");
        assertThat(printed(driver.toReview(DemoTest.PERMEABILITY), "permeability-records"))
                .containsSubsequence("六个试件的渗水情况", "渗水时的水压", "0.7", "各级水压", "0.1", "0.8");
        assertThat(printed(driver.toReview(DemoTest.COVER), "cover-records"))
                .containsSubsequence("构件序号", "测点 1", "KL-1（2～3/B）", "36", "37", "38");
    }

    @Test
    void onlyThoseWhoSeeTheCaseSeeItsRecords() throws Exception {
        String caseId = driver.toReview(DemoTest.MORTAR);

        pages.perform(get("/cases/" + caseId + "/records.pdf").with(As.signedIn("reviewer")))
                .andExpect(status().isOk())
                .andExpect(content().contentType(MediaType.APPLICATION_PDF));
        pages.perform(get("/cases/" + caseId + "/results").with(As.signedIn("reviewer")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("/cases/" + caseId + "/records.pdf")));
        pages.perform(get("/cases/" + caseId + "/records.pdf").with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
    }

    private String printed(String caseId, String name) throws Exception {
        byte[] pdf = As.person("reviewer", () -> reporting.rawRecords(caseId));
        Files.write(Files.createDirectories(FOLDER).resolve(name + ".pdf"), pdf);
        return Tools.text(pdf);
    }
}
