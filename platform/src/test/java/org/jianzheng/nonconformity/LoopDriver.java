package org.jianzheng.nonconformity;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.nonconformity.loop.LoopView;
import org.jianzheng.support.As;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.context.ApplicationContext;

/** Takes the loop of one failing case along its diagram, as the demo people of its houses. */
public final class LoopDriver {

    public static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0};

    private final ApplicationContext platform;
    private final CaseDriver driver;
    private final Nonconformity nonconformity;
    private final Processes processes;
    private final String caseId;
    private final String reportNo;

    /** @param failing a test whose report opens the loop */
    public LoopDriver(ApplicationContext platform, DemoTest failing) {
        this(platform, new CaseDriver(platform).finish(failing));
    }

    /** @param caseId case of a failing report that is signed */
    public LoopDriver(ApplicationContext platform, String caseId) {
        this.platform = platform;
        this.driver = new CaseDriver(platform);
        this.nonconformity = platform.getBean(Nonconformity.class);
        this.processes = platform.getBean(Processes.class);
        this.caseId = caseId;
        this.reportNo = loop().reportNo();
    }

    public String caseId() {
        return caseId;
    }

    public String reportNo() {
        return reportNo;
    }

    CaseDriver cases() {
        return driver;
    }

    public LoopView loop() {
        return As.person("supervisor", () -> nonconformity.ofCase(caseId)).get(0);
    }

    /** All three houses confirm. */
    public LoopDriver confirmed() {
        submit("commissioner", "confirmDeveloper", Map.of());
        submit("sampler", "confirmContractor", Map.of());
        submit("witness", "confirmSupervision", Map.of());
        return this;
    }

    /** The contractor's plan, approved by the witness. */
    public LoopDriver approved(String treatment) {
        submit("sampler", "planTreatment", plan(treatment));
        submit("witness", "reviewPlan", Map.of("decision", "PASS"));
        return this;
    }

    public Map<String, Object> plan(String treatment) {
        return Map.of("treatment", treatment, "plan", "按规定处置", "responsible", "王海涛", "plannedUntil", today());
    }

    public void photo() {
        As.person("sampler", () -> nonconformity.addPaper(reportNo, "PHOTO", "现场", "a.png", PNG));
    }

    public void complete() {
        submit("sampler", "reportCompletion", Map.of("completion", "已办理完毕", "finishedOn", today()));
    }

    public void check(String decision) {
        submit("witness", "checkTreatment", Map.of("decision", decision, "opinion", "核查意见"));
    }

    public void close(String decision) {
        submit("supervisor", "closeLoop", Map.of("decision", decision, "opinion", "监督意见"));
    }

    /** A commission that tests its report again; answers its case. */
    public String commissionAgain(DemoTest test, Map<String, Object> otherwise) {
        var form = new HashMap<String, Object>(Map.of("retestOf", reportNo));
        form.putAll(otherwise);
        return driver.commission(test, form);
    }

    public void submit(String person, String key, Map<String, Object> form) {
        driver.submit(new CaseDriver.Submission(person, task(key), form));
    }

    OpenTask task(String key) {
        return processes.openTasks(List.of(caseId)).stream()
                .filter(open -> open.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** The timers of its processes that would fire now. */
    List<String> dueTimers() {
        ProcessEngine engine = platform.getBean(ProcessEngine.class);
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .list()
                .stream()
                .flatMap(instance -> engine
                        .getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance.getId())
                        .timers()
                        .executable()
                        .list()
                        .stream())
                .map(org.camunda.bpm.engine.runtime.Job::getId)
                .toList();
    }

    void runDueTimers() {
        var management = platform.getBean(ProcessEngine.class).getManagementService();
        dueTimers().forEach(management::executeJob);
        driver.goOn(caseId);
    }

    String today() {
        return CityTime.today(platform.getBean(Clock.class)).toString();
    }
}
