package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.hamcrest.Matchers;
import org.jianzheng.archive.Archive;
import org.jianzheng.archive.ArchivedCase;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CommissionView;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.SoftwareVersion;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportView;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.standards.evaluation.Verdict;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoCity;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.order.OrderView;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What holds along the way from commission to signed and archived report, on the whole platform. */
@PlatformTest
class MainPathModuleTest {

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Sampling sampling;

    @Autowired
    private Testing testing;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Archive archive;

    @Autowired
    private Processes processes;

    private MockMvc pages;

    private CaseDriver driver;

    @BeforeEach
    void seed(@Autowired DataSource dataSource, @Autowired WebApplicationContext web) {
        // Security and the pages; the gate before the engine's servlets is mapped by their names, which MockMvc
        // ignores.
        pages = MockMvcBuilders.webAppContextSetup(web).apply(springSecurity()).build();
        DemoCity.seed(dataSource);
        driver = new CaseDriver(platform);
    }

    @Test
    @Clause("4.1.3")
    void whatOneModuleRecordsTheOthersReadWithoutItsBeingTypedAgain() {
        String caseId = driver.finish(DemoTest.CONCRETE);

        CommissionView order = commissions.find(caseId);
        String sampleNo = sampling.sample(caseId).sampleNo();
        assertThat(testing.order(caseId)).map(OrderView::sampleNo).hasValue(sampleNo);
        assertThat(testing.result(caseId).finding().facts())
                .containsEntry("grade", order.asked().grade())
                .containsEntry("sizeMm", order.asked().details().get("sizeMm"));
        ReportView report = reporting.ofCase(caseId).orElseThrow();
        assertThat(List.of(
                        report.about().commissionNo(),
                        report.about().sampleNo(),
                        report.about().projectName()))
                .containsExactly(order.commissionNo(), sampleNo, order.site().projectName());
        ArchivedCase entry = As.person("labadmin", () -> archive.find(caseId)).orElseThrow();
        assertThat(entry.documents())
                .containsEntry("commission", List.of(order.commissionNo()))
                .containsEntry("sample", List.of(sampleNo))
                .containsEntry("report", List.of(report.reportNo()));
    }

    @Test
    @Clause("4.1.3")
    void theYardstickIsTheOrdersWhateverTheTesterSends() {
        String caseId = driver.toTest(DemoTest.REBAR);
        driver.assign(caseId, DemoTest.REBAR);
        assertThat(As.person("tester", () -> testing.sheet(caseId)).get("fixed").toString())
                .contains("GB 1499-2024")
                .contains("YB/T 081");
        Map<String, Object> another =
                new LinkedHashMap<>(DemoTest.REBAR.records().get(0));
        another.put("edition", "GB1499.2-2018");

        // No client gets past the form, and a form of earlier days not past the Step.
        assertThatThrownBy(() -> driver.record(caseId, another))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("workflow.form.undeclared"));
        another.putAll(Map.of("temperature", "21.5", "humidity", "56"));
        assertThatThrownBy(() -> As.person("tester", () -> testing.record(caseId, another)))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                        .isEqualTo("testing.record.notAsCommissioned"));

        driver.record(caseId, DemoTest.REBAR.records().get(0));
        assertThat(testing.result(caseId).finding().facts())
                .containsEntry("edition", "GB1499.2-2024")
                .containsEntry("strengthInterval", "YB_T_081");
        assertThat(testing.result(caseId).records().get(0).values()).containsEntry("edition", "GB1499.2-2024");
    }

    /** Seventy-five tonnes: three in tension, three bent, and each bar is judged. */
    @Test
    void aLargerLotOfBarsIsTestedOnMore() {
        DemoTest three = DemoTest.largerLotOfRebar();
        String caseId = driver.commission(three, Map.of("represents", "75 t"));
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, three);
        assertThatThrownBy(() -> driver.record(caseId, DemoTest.REBAR.records().get(0)))
                .isInstanceOf(RuleBroken.class);
        driver.record(caseId, three.records().get(0));

        assertThat(sampling.sample(caseId).specimens()).hasSize(6);
        ResultView result = testing.result(caseId);
        assertThat(result.finding().conclusion()).isEqualTo(Verdict.PASS);
        assertThat(result.finding().specimens("tensile")).hasSize(3);
        assertThat(result.finding().specimens("bend")).hasSize(3);
    }

    /** By an edition that has ended: the report and whoever verifies it are told. */
    @Test
    void anEndedEditionIsPrintedOnTheReport() {
        String caseId = driver.commission(
                DemoTest.REBAR, Map.of("barEdition", "GB1499.2-2018", "editionReason", "2024 年 3 月已进场"));
        assertThat(commissions.find(caseId).terms()).contains("按已废止标准 GB/T 1499.2-2018");
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, DemoTest.REBAR);
        driver.record(caseId, DemoTest.REBAR.records().get(0));
        driver.review(caseId);
        driver.sign(caseId);

        String token =
                reporting.ofCase(caseId).orElseThrow().issue().verifyUrl().replaceFirst(".*/v/", "");
        assertThat(reporting.verify(token).facts().note()).contains("按已废止标准检测");
    }

    @Test
    void recordResultAndReportSayWhichBuildMadeThem(@Autowired Ledger ledger) {
        String caseId = driver.finish(DemoTest.CONCRETE);

        ResultView result = testing.result(caseId);
        assertThat(result.softwareVersion()).isEqualTo(SoftwareVersion.text());
        assertThat(result.finding().evaluations()).allSatisfy(line -> assertThat(line.decisions())
                .containsEntry("software", "jianzheng " + SoftwareVersion.text()));
        assertThat(ledger.ofCase(caseId, 0, 100).items())
                .filteredOn(line -> Set.of("testing.recorded", "testing.concluded", "report.signed")
                        .contains(line.action()))
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(ledger.content(line.id())).containsEntry("softwareVersion", SoftwareVersion.text()));
    }

    @Test
    @Clause({"4.1.7", "6.1.2"})
    void aReturnedRecordIsSupersededAndTheOldOneStays() throws Exception {
        String caseId = driver.toReview(DemoTest.CONCRETE);
        driver.sendBack(caseId, "第 2 个试件荷载与设备示值不符，请核对");

        assertThat(driver.task(caseId).key()).isEqualTo("record");
        assertThat(As.person("tester", () -> testing.sheet(caseId)))
                .containsEntry("returned", true)
                .containsEntry("returnReason", "第 2 个试件荷载与设备示值不符，请核对");
        assertThat(testing.rows(caseId, "specimens").get(1)).containsEntry("loadKn", "801.2");
        assertThat(testing.proposed(caseId, "temperature")).isEqualTo("21.5");

        Map<String, Object> corrected = new LinkedHashMap<>(DemoTest.concrete("787.5", "802.1", "812.6"));
        corrected.put("correctionKind", "TRANSCRIPTION");
        assertThatThrownBy(() -> driver.record(caseId, corrected))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.field()).contains("correctionReason"));
        corrected.put("correctionReason", "抄写时数字颠倒");
        driver.record(caseId, corrected);

        List<ResultView.RecordVersion> versions = testing.result(caseId).records();
        assertThat(versions).extracting(ResultView.RecordVersion::version).containsExactly(2, 1);
        assertThat(versions).extracting(ResultView.RecordVersion::current).containsExactly(true, false);
        // Of the specimens: the times of the record differ too when the clock's minute has passed.
        assertThat(testing.order(caseId).orElseThrow().records().get(0).changes())
                .filteredOn(change -> change.row() > 0)
                .containsExactly(new OrderView.Change("loadKn", 2, "801.2", "802.1"));
        pages.perform(get("/cases/" + caseId + "/results").with(As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("抄写时数字颠倒")))
                .andExpect(content().string(Matchers.containsString("802.1")))
                .andExpect(content().string(Matchers.containsString("合格")));
        driver.review(caseId);
        driver.sign(caseId);
    }

    @Test
    @Clause({"4.1.11", "4.2.2.3", "5.3.3"})
    void onlyCertifiedTestersAndCalibratedMachinesAreOffered() {
        String caseId = driver.toTest(DemoTest.CONCRETE);

        assertThat(testing.testers(caseId))
                .extracting(option -> option.get("value"))
                .contains("tester", "tester.bj01b")
                .doesNotContain("tester2", "tester.bj01c", "receiver");
        assertThat(testing.machines(caseId))
                .extracting(option -> option.get("value"))
                .containsExactly("BJ01-YL-01");
    }

    @Test
    void theFormOfTheTesterDoesNotTellTheProject() {
        String caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);

        assertThat(testing.sheet(caseId).toString())
                .contains("C30")
                .doesNotContain("渭河新城")
                .doesNotContain("框架柱");
    }

    @Test
    @Clause("5.4.7")
    void anotherTesterCannotSubmitTheRecord() {
        String caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        String task = driver.task(caseId).id();

        assertThatThrownBy(() -> As.person("tester2", () -> processes.complete(task, DemoTest.concrete("1", "2", "3"))))
                .isInstanceOf(RuleBroken.class);
        assertThatThrownBy(() -> As.person("tester2", () -> testing.record(caseId, DemoTest.concrete("1", "2", "3"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.otherLab"));
    }

    @Test
    void aRecordIsTakenOnce() {
        String caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        driver.record(caseId, DemoTest.concrete("787.5", "801.2", "812.6"));

        assertThatThrownBy(() -> As.person("tester", () -> testing.record(caseId, DemoTest.concrete("1", "2", "3"))))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("testing.record.notAwaited"));
    }

    @Test
    void aForceThatTheMachineCannotReachIsRefusedWhereItStands() {
        String caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);

        assertThatThrownBy(() -> driver.record(caseId, DemoTest.concrete("787.5", "2801.2", "812.6")))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.field()).contains("specimens[1].loadKn");
                    assertThat(broken.code()).isEqualTo("testing.record.beyondRange");
                });
        driver.record(caseId, DemoTest.concrete("787.5", "801.2", "812.6"));
    }

    @Test
    void anotherLaboratorySeesNeitherResultsNorArchive() throws Exception {
        String caseId = driver.finish(DemoTest.CONCRETE);

        pages.perform(get("/cases/" + caseId + "/results").with(As.signedIn("tester2")))
                .andExpect(status().isNotFound());
        pages.perform(get("/archive").with(As.signedIn("labadmin")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString(caseId)));
        pages.perform(get("/archive").with(As.signedIn("tester2")))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.not(Matchers.containsString(caseId))));
    }
}
