package org.jianzheng.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.sampling.SampleView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.mark.MarkMaker;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** A case is found by whatever somebody has in hand of it, by those alone who may see it. */
@PlatformTest
class CaseSearchModuleTest {

    private static final String MAKER = "凤翔海螺预拌混凝土";

    @Autowired
    ApplicationContext platform;

    @Autowired
    Commissions commissions;

    @Autowired
    Sampling sampling;

    @Autowired
    MutableClock clock;

    @Autowired
    MockMvc browser;

    CaseDriver driver;
    String caseId;

    @BeforeEach
    void finishedCase() {
        driver = new CaseDriver(platform);
        caseId = driver.commission(DemoTest.CONCRETE, Map.of("maker", MAKER, "batchNo", "PH-77031", "contact", "欧阳不二"));
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, DemoTest.CONCRETE);
        driver.recordAll(caseId, DemoTest.CONCRETE);
        driver.review(caseId);
        driver.sign(caseId);
    }

    @Test
    void itIsFoundByTheNumbersOfSampleAndReportByMarkMakerBatchAndContact() {
        CaseView line = As.person("supervisor", () -> commissions.overview(caseId));
        assertThat(line.result()).isEqualTo(Verdict.PASS);
        SampleView sample = sampling.sample(caseId);
        String mark = sample.specimens().get(1).mark();
        List<String> hands = List.of(
                line.commissionNo(),
                sample.sampleNo(),
                line.reportNo(),
                line.reportNo().substring(0, line.reportNo().length() - 1),
                mark,
                sampling.url(mark),
                MarkMaker.grouped(mark),
                "凤翔海螺",
                "PH-77",
                "欧阳不");
        for (String hand : hands) {
            assertThat(found("supervisor", CaseFilter.of(hand, ""))).as(hand).contains(caseId);
            assertThat(found("commissioner", CaseFilter.of(hand, ""))).as(hand).contains(caseId);
            assertThat(found("tester2", CaseFilter.of(hand, ""))).as(hand).isEmpty();
        }
        assertThat(found("supervisor", CaseFilter.of("%海螺%", ""))).isEmpty();
    }

    @Test
    void daysLaboratoryItemAndResultNarrowTheList() {
        String today = CityTime.today(clock).toString();
        String tomorrow = CityTime.today(clock).plusDays(1).toString();
        assertThat(found("supervisor", filter(today, today, "BJ01", "concrete-cube", "PASS")))
                .contains(caseId);
        assertThat(found("supervisor", filter(tomorrow, "", "", "", ""))).doesNotContain(caseId);
        assertThat(found("supervisor", filter("", "", "BJ02", "", ""))).doesNotContain(caseId);
        assertThat(found("supervisor", filter("", "", "", "rebar", ""))).doesNotContain(caseId);
        assertThat(found("supervisor", filter("", "", "", "", "FAIL"))).doesNotContain(caseId);
    }

    @Test
    void whatTheAddressSaysWrongIsNamed() throws Exception {
        for (Map.Entry<String, String> wrong : Map.of(
                        "from", "昨天", "until", "+99999-01-01", "result", "GOOD", "state", "NOWHERE")
                .entrySet()) {
            browser.perform(get("/cases")
                            .param(wrong.getKey(), wrong.getValue())
                            .with(As.signedIn("supervisor")))
                    .andExpect(status().isUnprocessableEntity())
                    .andExpect(content().string(containsString(wrong.getValue())));
        }
    }

    @Test
    void thePageShowsTheNumbersAndTheWorkbookHoldsThem() throws Exception {
        CaseView line = As.person("supervisor", () -> commissions.overview(caseId));
        browser.perform(get("/cases").param("q", "凤翔海螺").with(As.signedIn("supervisor")))
                .andExpect(content().string(containsString(line.reportNo())))
                .andExpect(content().string(containsString(line.sampleNo())));
        byte[] book = browser.perform(
                        get("/cases.xlsx").param("q", line.reportNo()).with(As.signedIn("supervisor")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(book))) {
            XSSFSheet sheet = read.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(texts(sheet.getRow(1))).contains(line.commissionNo(), line.sampleNo(), line.reportNo(), "合格");
        }
    }

    private static List<String> texts(Row row) {
        return StreamSupport.stream(row.spliterator(), false)
                .map(String::valueOf)
                .toList();
    }

    private static CaseFilter filter(String from, String until, String lab, String item, String result) {
        return CaseFilter.of("凤翔海螺", "", from, until, lab, item, result);
    }

    private List<String> found(String person, CaseFilter filter) {
        return As.person(person, () -> commissions.list(filter, 0, 50)).items().stream()
                .map(CaseView::caseId)
                .toList();
    }
}
