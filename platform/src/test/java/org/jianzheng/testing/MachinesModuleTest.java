package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hamcrest.Matchers;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.testing.procedure.ResultView;
import org.jianzheng.workflow.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** The machines a test takes, all of them named, and readings that they or the specimen cannot have given. */
@PlatformTest
class MachinesModuleTest {

    @Autowired
    private Testing testing;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Processes processes;

    @Autowired
    private MockMvc pages;

    private final CaseDriver driver;

    MachinesModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void nobodyPullsABarWithABalanceNorWeighsItWithATestingMachine() {
        String caseId = driver.toTest(DemoTest.REBAR);

        refused("testing.machine.kind", "machine", () -> assign(caseId, "BJ01-TP-01"));
        refused("testing.machine.kind", "machine", () -> assign(caseId, "BJ01-WN-01"));
        assign(caseId, "BJ01-WN-01", "BJ01-TP-01");
        assertThat(driver.task(caseId).key()).isEqualTo("record");
    }

    @Test
    void moreMachinesThanATestUsesAreRefusedInWords() {
        String caseId = driver.toTest(DemoTest.REBAR);
        Map<String, Object> form =
                new LinkedHashMap<>(driver.next(caseId, DemoTest.REBAR).form());
        form.put("moreMachines", Collections.nCopies(11, "BJ01-TP-01"));
        refused(
                "testing.assign.machines",
                "moreMachines",
                () -> As.person("labadmin", () -> testing.assign(caseId, form)));

        form.put("moreMachines", Collections.nCopies(10, "BJ01-TP-01"));
        assertThat(As.person("labadmin", () -> testing.assign(caseId, form))).isEqualTo("tester");
    }

    @Test
    void everyMachineOfTheTestStandsInResultAndReport() throws Exception {
        String caseId = driver.toReview(DemoTest.REBAR);

        assertThat(testing.result(caseId).course().equipment())
                .extracting(ResultView.Equipment::code)
                .containsExactly("BJ01-WN-01", "BJ01-WQ-01", "BJ01-TP-01");
        assertThat(sheet(caseId).get("equipment").toString()).contains("BJ01-WN-01", "BJ01-WQ-01", "BJ01-TP-01");
        pages.perform(get("/cases/" + caseId + "/results").with(As.signedIn("labadmin")))
                .andExpect(content().string(Matchers.stringContainsInOrder("BJ01-WN-01", "BJ01-WQ-01", "BJ01-TP-01")));
    }

    @Test
    void aReadingBeyondBeliefIsRefusedUntilTheTesterStandsByItAndTheReviewerReadsWhy() throws Exception {
        String caseId = driver.toTest(DemoTest.CONCRETE);
        driver.assign(caseId, DemoTest.CONCRETE);
        Map<String, Object> strong = new LinkedHashMap<>(DemoTest.concrete("1050.0", "1060.0", "1055.0"));
        refused("testing.doubt.high", "specimens[0].loadKn", () -> driver.record(caseId, strong));
        strong.put("confirmation", "现场按 C45 配合比供料，已与回弹结果核对");
        driver.record(caseId, strong);

        assertThat(sheet(caseId).get("remarks").toString())
                .contains("可疑数值", "1050.0，超过按等级应有值 675.0 的 1.5 倍", "检测员说明：现场按 C45 配合比供料");
        pages.perform(get("/cases/" + caseId + "/results").with(As.signedIn("labadmin")))
                .andExpect(content().string(Matchers.containsString("现场按 C45 配合比供料")));
        driver.review(caseId);
        driver.sign(caseId);
    }

    @Test
    void aForceTenTimesTooHighAndKilogramsForGramsAreNoticedInATensileTest() {
        String caseId = driver.toTest(DemoTest.REBAR);
        driver.assign(caseId, DemoTest.REBAR);
        Map<String, Object> record = DemoTest.REBAR.records().get(0);
        refused(
                "testing.record.beyondRange",
                "tensile[0].maxForceKn",
                () -> driver.record(caseId, max(record, "1934")));
        refused("testing.doubt.high", "tensile[0].maxForceKn", () -> driver.record(caseId, max(record, "293.4")));
        refused(
                "testing.record.yieldAboveMost",
                "tensile[0].yieldForceKn",
                () -> driver.record(caseId, max(record, "100")));
        Map<String, Object> kilograms = new LinkedHashMap<>(record);
        kilograms.put("totalMassG", "5.95");
        refused("testing.doubt.low", "totalMassG", () -> driver.record(caseId, kilograms));
        driver.record(caseId, record);
    }

    private static Map<String, Object> max(Map<String, Object> record, String force) {
        Map<String, Object> changed = new LinkedHashMap<>(record);
        List<Object> rows = new java.util.ArrayList<>((List<?>) record.get("tensile"));
        Map<String, Object> row = new LinkedHashMap<>();
        ((Map<?, ?>) rows.get(0)).forEach((key, value) -> row.put(String.valueOf(key), value));
        row.put("maxForceKn", force);
        rows.set(0, row);
        changed.put("tensile", rows);
        return changed;
    }

    private void assign(String caseId, String machine, String... more) {
        CaseDriver.Submission usual = driver.next(caseId, DemoTest.REBAR);
        Map<String, Object> form = new LinkedHashMap<>(usual.form());
        form.put("machine", machine);
        form.put("secondMachine", null);
        form.put("moreMachines", List.of(more));
        driver.submit(usual.with(form));
    }

    private Map<String, Object> sheet(String caseId) {
        String report = As.person("reviewer", () -> reporting.ofCase(caseId))
                .orElseThrow()
                .id();
        return As.person("reviewer", () -> reporting.sheet(report));
    }

    private static void refused(String code, String field, ThrowingCallable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work).satisfies(broken -> {
            assertThat(broken.code()).isEqualTo(code);
            assertThat(broken.field()).hasValueSatisfying(at -> assertThat(at).endsWith(field));
        });
    }
}
