package org.jianzheng.workflow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.CaseDriver.Submission;
import org.jianzheng.support.CountingDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.CaseStep;
import org.jianzheng.workflow.task.RecordedAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** What the Steps of a case answered is its path, and nothing of anybody. */
@PlatformTest
class RecordedAnswersModuleTest {

    private static final List<String> FURTHER = List.of("registerTaking received");

    @Autowired
    private ApplicationContext platform;

    @Autowired
    private Processes processes;

    @Autowired
    private TransactionTemplate transaction;

    private CaseDriver driver;

    @BeforeEach
    void drive() {
        driver = new CaseDriver(platform);
    }

    @Test
    void aCaseFromItsOrderToTheArchiveIsReadAsItWent() {
        String caseId = driver.finish(DemoTest.CONCRETE);
        assertThat(said(caseId))
                .containsExactly(
                        "register correctionForm *",
                        "accept accepted true",
                        "issueMarks",
                        "registerTaking taking DONE",
                        "registerTaking received false",
                        "registerWitnessing witnessing DONE",
                        "receive received true",
                        "testerOf tester ",
                        "assign tester *",
                        "dueAt due *",
                        "recordForm recordForm *",
                        "record_2 recordNo *",
                        "evaluate conclusion PASS",
                        "correct correctionId ",
                        "draft reportId *",
                        "review outcome PASSED",
                        "sign outcome ISSUED",
                        "issue reportNo *",
                        "file");
        List<RecordedAnswer> all = processes.answers(caseId, 0, 500);
        assertThat(all)
                .extracting(RecordedAnswer::number)
                .startsWith(1L, 2L, 3L)
                .doesNotHaveDuplicates();
        assertThat(all).extracting(RecordedAnswer::root).containsOnly(all.get(0).root());
        assertThat(all)
                .extracting(RecordedAnswer::process)
                .contains("commission-case", "sampling", "testing", "reporting");
        assertThat(processes.answers(caseId, 1, 6)).isEqualTo(all.subList(6, 12));
    }

    /** The witness objects, the reviewer returns: every turn is there. */
    @Test
    void whatIsDoneAgainIsReadAgain() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        driver.take(caseId);
        driver.submit(
                new Submission("witness", driver.task(caseId), DemoTest.form("decision", "OBJECT", "note", "封条不完整")));
        driver.take(caseId);
        driver.witness(caseId);
        driver.receive(caseId);
        driver.assign(caseId, DemoTest.CONCRETE);
        driver.recordAll(caseId, DemoTest.CONCRETE);
        driver.sendBack(caseId, "试验开始时间与设备记录不符");
        assertThat(said(caseId))
                .containsSubsequence(
                        "registerWitnessing witnessing VOID",
                        "issueMarks",
                        "registerWitnessing witnessing DONE",
                        "testerOf tester ",
                        "review outcome RETURNED",
                        "testerOf tester *");
        assertThat(steps(caseId)).containsExactlyInAnyOrderElementsOf(passed(caseId));
    }

    @Test
    void whatIsRolledBackIsNotThereAndDoneAgainItIsThereOnce() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        int before = said(caseId).size();
        Submission acceptance = driver.next(caseId, DemoTest.CONCRETE);
        transaction.executeWithoutResult(status -> {
            driver.send(acceptance);
            status.setRollbackOnly();
        });
        assertThat(said(caseId)).hasSize(before);
        driver.submit(acceptance);
        assertThat(said(caseId)).filteredOn("accept accepted true"::equals).hasSize(1);
    }

    @Test
    void keepingThemReadsNothing() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        Submission acceptance = driver.next(caseId, DemoTest.CONCRETE);
        assertThat(CountingDriver.selectsOf(() -> driver.send(acceptance)))
                .isNotEmpty()
                .noneMatch(sql -> sql.contains("workflow_answer"));
    }

    private List<String> said(String caseId) {
        return processes.answers(caseId, 0, 500).stream()
                .map(one -> Stream.of(one.step(), one.variable(), one.answer())
                        .reduce("", (text, word) -> word == null ? text : text.isEmpty() ? word : text + " " + word))
                .toList();
    }

    /** Without the further answers of a Step. */
    private List<String> steps(String caseId) {
        List<String> steps = new ArrayList<>();
        for (RecordedAnswer one : processes.answers(caseId, 0, 500)) {
            if (!FURTHER.contains(one.step() + " " + one.variable())) {
                steps.add(one.step());
            }
        }
        return steps;
    }

    private List<String> passed(String caseId) {
        return As.person("admin", () -> processes.history(caseId)).stream()
                .filter(step -> step.kind().equals("serviceTask") && !step.running())
                .map(CaseStep::step)
                .toList();
    }
}
