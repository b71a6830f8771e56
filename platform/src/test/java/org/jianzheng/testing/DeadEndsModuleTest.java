package org.jianzheng.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.notice.Notices;
import org.jianzheng.notice.ReceivedNotice;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.records.ledger.LedgerLine;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.reporting.report.ReportStatus;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.Orders;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** Sick leave, a broken machine, a damaged specimen, a wrong order: each has a way on, none makes a result disappear. */
@PlatformTest
class DeadEndsModuleTest {

    private static final Map<String, Object> BROKEN =
            Map.of("decision", "RETURN", "cause", "MACHINE", "reason", "试验机油泵漏油", "observed", "1 号试件已压 787.5 kN，其余未做");
    private static final Map<String, Object> STOP = Map.of("decision", "STOP", "reason", "试件运输中全部破损");
    private static final Map<String, Object> ANSWER = Map.of("decision", "WITHDRAW", "reason", "不再需要检测");
    private static final Person COLLEAGUE = new Person("tester.bj01b", "韩冰", Set.of("labs/BJ01/tester"));
    private static final Person SECOND_REVIEWER = new Person("reviewer.b", "高强", Set.of("labs/BJ01/reviewer"));

    @Autowired
    private Testing testing;

    @Autowired
    private Commissions commissions;

    @Autowired
    private Sampling sampling;

    @Autowired
    private Reporting reporting;

    @Autowired
    private Processes processes;

    @Autowired
    private Notices notices;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MockMvc pages;

    @Autowired
    private TaskService engineTasks;

    private final CaseDriver driver;
    private String lastCase;

    DeadEndsModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void aBrokenMachineIsReplacedAndWhatWasReadStands() {
        String caseId = ordered(DemoTest.REBAR);
        complete(caseId, "tester", BROKEN);

        assertThat(driver.task(caseId).key()).isEqualTo("assignTest");
        assertThat(sheet(caseId).get("handedBack").toString()).contains("试验机油泵漏油", "1 号试件已压 787.5 kN", "张伟");
        refused("testing.record.notAwaited", () -> As.person("tester", () -> testing.record(caseId, Map.of())));
        Map<String, Object> form = assignment("tester", DemoTest.REBAR);
        form.put("machine", "BJ01-WN-02");
        complete(caseId, "labadmin", form);
        assertThat(sheet(caseId).get("handedBack").toString())
                .as("for the next tester of this record")
                .contains("1 号试件已压 787.5 kN");
        driver.record(caseId, DemoTest.REBAR.records().get(0));

        assertThat(driver.task(caseId).key()).isEqualTo("reviewReport");
        driver.sendBack(caseId, "请核对屈服力");
        assertThat(sheet(caseId))
                .as("the record that was handed back has been made")
                .containsEntry("handedBack", "");
        assertThat(actions(caseId)).contains("testing.handedBack", "testing.reassigned");
    }

    @Test
    void anAgeThatFallsToAColleagueIsSaidAndNeitherReviews() throws Exception {
        String caseId = ordered(DemoTest.CEMENT);
        driver.record(caseId, DemoTest.CEMENT.records().get(0));
        OpenTask late = driver.task(caseId);
        assertThat(late.key()).isEqualTo("record");
        // Sick leave: the administrator takes it from the tester and gives it to another.
        assertThat(heldByColleagues()).contains(late.id());
        pages.perform(post("/tasks/{id}/takeover", late.id())
                        .param("reason", "张伟请病假")
                        .with(As.signedIn("labadmin"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        complete(
                caseId,
                "labadmin",
                Map.of("decision", "RETURN", "cause", "TESTER", "reason", "张伟请病假", "observed", "未做"));
        complete(caseId, "labadmin", assignment("tester.bj01b", DemoTest.CEMENT));
        assertThat(driver.task(caseId).key())
                .as("the age that is still to be tested")
                .isEqualTo("record");
        refused(
                "workflow.task.unknown",
                () -> As.person(
                        "tester", () -> processes.complete(driver.task(caseId).id(), Map.of())));
        As.person(COLLEAGUE, null, () -> send(caseId, DemoTest.CEMENT.records().get(1)));
        driver.goOn(caseId);

        assertThat(testing.result(caseId).course().tester().name()).isEqualTo("张伟、韩冰");
        String report = As.person("reviewer", () -> reporting.ofCase(caseId))
                .orElseThrow()
                .id();
        for (String hand : List.of("tester", "tester.bj01b")) {
            Person both = new Person(hand, hand, Set.of("labs/BJ01/tester", "labs/BJ01/reviewer"));
            refused(
                    "reporting.review.ownTest",
                    () -> As.person(both, null, () -> reporting.review(report, Map.of("decision", "PASS"))));
        }
    }

    /** Of all pages of the list: other tests leave tasks with their testers too. */
    private Set<String> heldByColleagues() throws Exception {
        Set<String> held = new HashSet<>();
        for (int page = 0; ; page++) {
            String list = pages.perform(get("/tasks/held")
                            .param("page", String.valueOf(page))
                            .with(As.signedIn("labadmin")))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            boolean more = Pattern.compile("/tasks/([\\w-]+)/takeover")
                            .matcher(list)
                            .results()
                            .filter(found -> held.add(found.group(1)))
                            .count()
                    > 0;
            if (!more) {
                return held;
            }
        }
    }

    @Test
    void aWrongOrderIsPutRightWithANewSampleAndKeepsItsNumber() {
        String caseId = stopped(DemoTest.CEMENT);
        String number = commissions.find(caseId).commissionNo();
        String first = sampling.sample(caseId).sampleNo();
        assertThat(told("supervisor"))
                .anySatisfy(notice -> assertThat(notice.title()).contains("不能检测", first));
        answer(caseId, "CORRECT");

        assertThat(driver.task(caseId).key()).isEqualTo("correctCommission");
        Map<String, Object> order = new LinkedHashMap<>(Orders.of(DemoTest.CEMENT));
        order.remove("item");
        order.put("part", "四层砌体");
        complete(caseId, "commissioner", Map.of("decision", "RESUBMIT", "order", order));
        driver.accept(caseId);
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        assertThat(sheet(caseId)).as("nothing of the first sample").containsEntry("handedBack", "");
        driver.assign(caseId, DemoTest.CEMENT);
        DemoTest.CEMENT.records().forEach(record -> driver.record(caseId, record));
        driver.review(caseId);
        driver.sign(caseId);

        assertThat(commissions.find(caseId).commissionNo()).isEqualTo(number);
        assertThat(sampling.sample(caseId).sampleNo()).isNotEqualTo(first);
        assertThat(reporting.ofCase(caseId)).hasValueSatisfying(report -> {
            assertThat(report.status()).isEqualTo(ReportStatus.SIGNED);
            assertThat(report.about().sampleNo())
                    .isEqualTo(sampling.sample(caseId).sampleNo());
        });
    }

    @Test
    void theClientMayStandByTheOrderOrWithdrawIt() {
        String upheld = stopped(DemoTest.CONCRETE);
        answer(upheld, "CONTINUE");
        assertThat(driver.task(upheld).key()).isEqualTo("assignTest");
        assertThat(sheet(upheld).get("handedBack").toString())
                .as("the client's answer, of whom nobody is named, and what it answers")
                .containsSubsequence("请继续检测：与检测机构协商后决定", "试件运输中全部破损")
                .doesNotContain(As.whoIs("commissioner").name());
        refused("testing.stop.not", () -> As.person("commissioner", () -> testing.settle(upheld, ANSWER)));
        driver.assign(upheld, DemoTest.CONCRETE);
        assertThat(sheet(upheld)).as("what is told to the tester").containsEntry("handedBack", "");

        String withdrawn = stopped(DemoTest.CONCRETE);
        answer(withdrawn, "WITHDRAW");
        assertThat(driver.isFinished(withdrawn)).isTrue();
        assertThat(As.person("labadmin", () -> commissions.overview(withdrawn).stage()))
                .isEqualTo(CaseStage.WITHDRAWN);
        assertThat(told("supervisor")).anySatisfy(notice -> assertThat(notice.title())
                .contains("撤回", sampling.sample(withdrawn).sampleNo()));
    }

    @Test
    void aDecisionThatNobodyOffersDecidesNothing() {
        String caseId = stopped(DemoTest.MORTAR);

        for (String other : List.of("withdraw", "DROP", "STOP")) {
            Map<String, Object> form = Map.of("decision", other, "reason", "与检测机构协商后决定");
            refused("testing.form.choice", () -> As.person("commissioner", () -> testing.settle(caseId, form)));
        }
        assertThat(driver.task(caseId).key()).isEqualTo("decideAfterStop");
    }

    @Test
    void whatWasFoundOutIsNeitherStoppedNorWithdrawn() {
        String caseId = ordered(DemoTest.CONCRETE);
        driver.record(
                caseId,
                DemoTest.CONCRETE
                        .measuring(DemoTest.concrete("500.0", "510.0", "505.0"))
                        .records()
                        .get(0));
        driver.sendBack(caseId, "请核对破坏荷载");
        complete(caseId, "tester", BROKEN);

        refused("testing.stop.concluded", () -> complete(caseId, "labadmin", STOP));
        assertThat(driver.task(caseId).key()).isEqualTo("assignTest");
    }

    @Test
    void recordingTheFirstAgeAnewDoesNotUndoWhatIsKnown() {
        String caseId = ordered(DemoTest.CEMENT);
        DemoTest.CEMENT.records().forEach(form -> driver.record(caseId, form));
        driver.sendBack(caseId, "请核对破坏荷载");
        Map<String, Object> again =
                new LinkedHashMap<>(DemoTest.CEMENT.records().get(0));
        again.putAll(Map.of("correctionKind", "TRANSCRIPTION", "correctionReason", "已核对，荷载无误"));
        driver.record(caseId, again);
        complete(caseId, "tester", BROKEN);

        refused("testing.stop.concluded", () -> complete(caseId, "labadmin", STOP));
    }

    @Test
    void aSamplerWhoCannotTakeTheSampleLeavesItToTheClient() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        complete(caseId, "sampler", Map.of("decision", "GIVE_UP", "note", "该部位已浇筑完成，无法取样"));

        assertThat(driver.task(caseId).key()).isEqualTo("decideAfterRefusal");
        assertThat(As.person("labadmin", () -> commissions.overview(caseId).stage()))
                .isEqualTo(CaseStage.SAMPLING_STOPPED);
        complete(caseId, "commissioner", Map.of("decision", "WITHDRAW", "reason", "改由实体检测"));
        assertThat(driver.isFinished(caseId)).isTrue();
        assertThat(actions(caseId)).contains("sample.givenUp", "commission.withdrawn");
    }

    @Test
    void whatAColleagueHasTakenIsTakenOverWithAReasonByWhoeverMayDoIt() {
        String caseId = driver.toReview(DemoTest.MORTAR);
        OpenTask review = driver.task(caseId);
        As.person(SECOND_REVIEWER, null, () -> assertThat(held(SECOND_REVIEWER)).doesNotContain(review.id()));
        claim(review, "reviewer");
        assertThat(held(SECOND_REVIEWER)).contains(review.id());

        refused(
                "kernel.form.empty",
                () -> As.person(SECOND_REVIEWER, null, () -> processes.takeOver(review.id(), Map.of("reason", " "))));
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> As.person("tester", () -> processes.takeOver(review.id(), Map.of("reason", "我来"))));
        As.person(SECOND_REVIEWER, null, () -> processes.takeOver(review.id(), Map.of("reason", "吴静出差")));

        assertThat(driver.task(caseId).assignee()).isEqualTo("reviewer.b");
        refused(
                "workflow.task.yours",
                () -> As.person(SECOND_REVIEWER, null, () -> processes.takeOver(review.id(), Map.of("reason", "还是我"))));
        assertThat(ledger.ofCase(caseId, 0, 100).items())
                .filteredOn(line -> line.action().equals("task.takenOver"))
                .extracting(LedgerLine::actor, LedgerLine::reason)
                .containsExactly(tuple("reviewer.b", "吴静出差"));
    }

    @Test
    void whatEarlierDiagramsGaveByNameIsKnownToItsOwnAdministratorsAlone() {
        OpenTask record = driver.task(ordered(DemoTest.MORTAR));
        engineTasks.deleteCandidateGroup(record.id(), "labs/BJ01/labadmin");

        for (Person other : List.of(
                new Person("labadmin2", "外单位", Set.of("labs/BJ02/labadmin")),
                new Person("tester2", "外单位", Set.of("labs/BJ02/tester")),
                COLLEAGUE,
                As.whoIs("supervisor"))) {
            refused(
                    "workflow.task.unknown",
                    () -> As.person(other, null, () -> processes.takeOver(record.id(), Map.of("reason", "张伟请病假"))));
        }
        Person admin = As.whoIs("labadmin");
        claim(driver.task(driver.toTest(DemoTest.MORTAR)), "labadmin.b");
        List<String> walked = new ArrayList<>();
        long total = processes.heldByColleagues(admin, 0, 1).total();
        for (int page = 0; page < total; page++) {
            walked.addAll(processes.heldByColleagues(admin, page, 1).items().stream()
                    .map(OpenTask::id)
                    .toList());
        }
        assertThat(walked).as("one a page, each once").hasSize((int) total).doesNotHaveDuplicates();
        assertThat(walked).isEqualTo(held(admin).subList(0, (int) total)).contains(record.id());

        As.person(admin, null, () -> processes.takeOver(record.id(), Map.of("reason", "张伟请病假")));
        assertThat(driver.task(record.caseId()).key()).isEqualTo("assignTest");
    }

    private void claim(OpenTask task, String username) {
        engineTasks.setAssignee(task.id(), username);
    }

    private List<String> held(Person person) {
        return processes.heldByColleagues(person, 0, 100).items().stream()
                .map(OpenTask::id)
                .toList();
    }

    private String ordered(DemoTest test) {
        String caseId = driver.toTest(test);
        driver.assign(caseId, test);
        return caseId;
    }

    private String stopped(DemoTest test) {
        String caseId = driver.toTest(test);
        complete(caseId, "labadmin", STOP);
        assertThat(driver.task(caseId).key()).isEqualTo("decideAfterStop");
        return caseId;
    }

    private void answer(String caseId, String decision) {
        complete(caseId, "commissioner", Map.of("decision", decision, "reason", "与检测机构协商后决定"));
    }

    private Map<String, Object> assignment(String tester, DemoTest test) {
        Map<String, Object> form =
                new LinkedHashMap<>(driver.next(lastCase, test).form());
        form.put("tester", tester);
        return form;
    }

    private Map<String, Object> sheet(String caseId) {
        return As.person("labadmin", () -> testing.sheet(caseId));
    }

    private void complete(String caseId, String username, Map<String, Object> form) {
        lastCase = caseId;
        As.person(username, () -> processes.complete(driver.task(caseId).id(), form));
        driver.goOn(caseId);
    }

    private void send(String caseId, Map<String, Object> record) {
        Map<String, Object> form =
                new LinkedHashMap<>(driver.next(caseId, DemoTest.CEMENT).form());
        form.putAll(record);
        processes.complete(driver.task(caseId).id(), form);
    }

    private List<String> actions(String caseId) {
        return ledger.ofCase(caseId, 0, 100).items().stream()
                .map(LedgerLine::action)
                .toList();
    }

    private List<ReceivedNotice> told(String username) {
        return As.person(username, () -> notices.list(false, 0, 50)).items();
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(RuleBroken.class).isThrownBy(work).satisfies(broken -> assertThat(broken.code())
                .isEqualTo(code));
    }
}
