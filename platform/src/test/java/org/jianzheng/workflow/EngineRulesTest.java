package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static probe.Browser.engine;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.support.Clause;
import org.jianzheng.workflow.engine.ActingPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import probe.Browser.Answer;
import probe.ProbeCases;
import probe.ProbePlatform;
import probe.ProbeTest;

/** Requests that no page sends: the engine's interface offers far more than its pages use. */
@ProbeTest
class EngineRulesTest {

    private static String asked;

    @Autowired
    private ProbeCases cases;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private HistoryService history;

    @Autowired
    private ActingPerson acting;

    @ParameterizedTest
    @CsvSource({
        "POST, /task/TASK/complete",
        "POST, /task/TASK/resolve",
        "POST, /task/TASK/assignee",
        "POST, /task/TASK/delegate",
        "POST, /task/TASK/bpmnError",
        "POST, /task/TASK/bpmnEscalation",
        "POST, /task/TASK/identity-links",
        "GET, /task/TASK/variables",
        "POST, /task/TASK/variables",
        "GET, /task/TASK/variables/labCode",
        "PUT, /task/TASK/variables/labCode",
        "GET, /task/TASK/localVariables",
        "PUT, /task/TASK/localVariables/order",
        "GET, /task/TASK/rendered-form",
        "PUT, /task/TASK",
        "DELETE, /task/TASK",
        "POST, /task/create",
        "POST, /task",
        "POST, /task/count",
        "GET, /process-instance/INSTANCE",
        "GET, /process-instance/INSTANCE/variables",
        "PUT, /process-instance/INSTANCE/variables/verdict",
        "POST, /process-instance/INSTANCE/modification",
        "DELETE, /process-instance/INSTANCE",
        "GET, /execution/INSTANCE/localVariables",
        "GET, /variable-instance",
        "POST, /variable-instance",
        "GET, /history/variable-instance",
        "POST, /history/variable-instance",
        "GET, /history/detail",
        "GET, /history/task",
        "GET, /history/activity-instance",
        "GET, /history/user-operation",
        "POST, /process-definition/key/probe-case/start",
        "POST, /process-definition/DEFINITION/start",
        "POST, /process-definition/key/probe-case/submit-form",
        "POST, /message",
        "POST, /signal",
        "POST, /condition",
        "POST, /migration/execute",
        "POST, /modification/execute",
        "POST, /deployment/create",
        "GET, /deployment",
        "POST, /filter/create",
        "PUT, /filter/FILTER",
        "DELETE, /filter/FILTER",
        "GET, /user",
        "GET, /user/reviewer/profile",
        "POST, /user/create",
        "GET, /group",
        "POST, /identity/verify",
        "POST, /authorization/create",
        "GET, /authorization",
        "GET, /identity/groups?userId=tester",
        "POST, /external-task/fetchAndLock",
        "GET, /task/TASK/form-variables/..%2Fvariables",
        "GET, /task/TASK;x=1/variables",
        "GET, /task/TASK/form/../variables",
        "GET, //task/TASK/variables",
        "PATCH, /task/TASK/variables",
        "TRACE, /task"
    })
    void whatTasklistDoesNotUseIsRefused(String method, String path) {
        String caseId = cases.started();
        String task = cases.task(caseId);
        boolean body = !method.equals("GET") && !method.equals("TRACE");
        Answer answer = cases.browser("tester")
                .send(method.equals("TRACE") ? "OPTIONS" : method, address(path, task), body ? "{}" : null);
        assertThat(answer.status()).isIn(400, 403, 404, 405);
        if (answer.status() == 403 && answer.text().startsWith("{")) {
            assertThat(answer.message()).isNotBlank();
        }
        assertThat(cases.task(caseId)).isEqualTo(task);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /task/TASK/complete",
        "PUT, /task/TASK/variables/labCode",
        "PUT, /process-instance/INSTANCE/variables/verdict",
        "POST, /process-instance/INSTANCE/variables",
        "POST, /process-instance/INSTANCE/modification",
        "DELETE, /process-instance/INSTANCE",
        "POST, /task/TASK/assignee",
        "POST, /process-definition/DEFINITION/start",
        "POST, /process-definition/DEFINITION/submit-form",
        "POST, /message",
        "POST, /authorization/create",
        "DELETE, /deployment/DEPLOYMENT?cascade=true"
    })
    void administratorsChangeNoCase(String method, String path) {
        String caseId = cases.started();
        String task = cases.task(caseId);
        assertThat(cases.browser("admin")
                        .send(method, address(path, task), "{}")
                        .status())
                .isIn(403, 405);
        assertThat(cases.task(caseId)).isEqualTo(task);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /deployment/create",
        "GET, /task",
        "POST, /task",
        "POST, /task/count",
        "GET, /task/TASK",
        "GET, /task/TASK/form",
        "GET, /task/TASK/form-variables",
        "GET, /task/TASK/deployed-form",
        "GET, /task/TASK/rendered-form",
        "GET, /task/TASK/variables",
        "GET, /task/TASK/localVariables",
        "GET, /task/TASK/comment",
        "GET, /task/TASK/attachment",
        "GET, /task/TASK/identity-links",
        "POST, /filter/FILTER/list",
        "POST, /filter/FILTER/count",
        "GET, /process-instance/INSTANCE/variables",
        "GET, /process-instance/INSTANCE/variables/order",
        "GET, /process-instance/INSTANCE/variables/order/data",
        "GET, /process-instance/INSTANCE/comment",
        "GET, /process-definition/DEFINITION/startForm",
        "GET, /process-definition/DEFINITION/deployed-start-form",
        "GET, /process-definition/DEFINITION/form-variables",
        "GET, /process-definition/DEFINITION/rendered-form",
        "GET, /execution",
        "GET, /execution/INSTANCE",
        "GET, /execution/INSTANCE/localVariables",
        "GET, /execution/INSTANCE/localVariables/order",
        "GET, /variable-instance",
        "POST, /variable-instance",
        "POST, /variable-instance/count",
        "GET, /variable-instance/x/data",
        "GET, /history/variable-instance",
        "POST, /history/variable-instance",
        "GET, /history/variable-instance/x/data",
        "GET, /history/detail",
        "POST, /history/detail",
        "GET, /history/task",
        "POST, /history/task",
        "GET, /history/process-instance",
        "POST, /history/process-instance",
        "GET, /history/process-instance/INSTANCE",
        "GET, /history/activity-instance",
        "POST, /history/activity-instance",
        "GET, /history/decision-instance",
        "GET, /history/decision-instance/x",
        "GET, /history/identity-link-log",
        "GET, /history/user-operation",
        "GET, /history/incident",
        "GET, /history/job-log",
        "GET, /external-task",
        "GET, /event-subscription",
        "GET, /user",
        "GET, /user/tester/profile",
        "GET, /group",
        "GET, /authorization",
        "GET, /identity/groups?userId=tester",
        "GET, /something-new"
    })
    void administratorsReadNothingOfACaseAndDeployNothing(String method, String path) {
        String task = task();
        Answer answer = cases.browser("admin").send(method, address(path, task), method.equals("GET") ? null : "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.message()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /process-definition, probe-case",
        "GET, /process-definition/count, count",
        "GET, /process-definition/statistics?incidents=true, instances",
        "GET, /process-definition/DEFINITION, probe-case",
        "GET, /process-definition/DEFINITION/xml, probeLoads",
        "GET, /process-definition/DEFINITION/statistics?incidents=true, instances",
        "GET, /process-instance/count, count",
        "POST, /process-instance, probe-case",
        "POST, /process-instance/count, count",
        "GET, /process-instance/INSTANCE, probe-case",
        "GET, /process-instance/INSTANCE/activity-instances, activityId",
        "GET, /incident/count, count",
        "GET, /job/count, count",
        "GET, /deployment, jianzheng",
        "GET, /decision-definition/count, count"
    })
    void administratorsSeeDiagramsAndHowManyCasesRunWhere(String method, String path, String shown) {
        String task = task();
        Answer answer = cases.browser("admin").send(method, address(path, task), method.equals("GET") ? null : "{}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains(shown).doesNotContain("宝鸡", "一号", "委托员");
    }

    /** Should a way round the gate ever be found, the engine has nothing for them either. */
    @Test
    void theEngineItselfGivesAdministratorsNoContent() {
        cases.started();
        acting.as(ProbePlatform.PEOPLE.get("admin"), () -> {
            assertThat(tasks.createTaskQuery().count()).isZero();
            assertThat(runtime.createProcessInstanceQuery().count()).isPositive();
            assertThat(runtime.createVariableInstanceQuery().count()).isZero();
            assertThat(history.createHistoricVariableInstanceQuery().count()).isZero();
            assertThat(history.createHistoricTaskInstanceQuery().count()).isZero();
            assertThat(history.createHistoricProcessInstanceQuery().count()).isZero();
            assertThat(history.createHistoricDetailQuery().count()).isZero();
            return null;
        });
    }

    @Test
    void aCaseIsBegunByTheNewestDiagramOnly() {
        Answer unknown = cases.browser("commissioner")
                .post(
                        engine("/process-definition/probe-case:99:nothing/submit-form"),
                        "{\"variables\":{\"project\":{\"value\":\"x\"},\"lab\":{\"value\":\"BJ01\"}}}");
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.message()).contains("重新打开");
    }

    @Test
    void theAdministratorSetUpIsClosedToEverybody() {
        for (String person : List.of("nobody", "tester", "admin")) {
            Answer answer = cases.browser(person)
                    .post(
                            "/admin/setup/default/user/create",
                            "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}");
            assertThat(answer.status()).as(person).isIn(401, 403, 404, 422);
        }
    }

    @Test
    @Clause("5.4.3")
    void anotherLabAndAdministratorsCannotReadOrCompleteATask() {
        String task = cases.task(cases.started());
        for (String path : List.of("", "/form", "/deployed-form", "/form-variables")) {
            assertThat(cases.browser("tester2")
                            .get(engine("/task/" + task + path))
                            .status())
                    .as(path)
                    .isIn(403, 404);
        }
        assertThat(cases.browser("tester2")
                        .post(engine("/task/" + task + "/submit-form"), ProbeCases.loads(""))
                        .status())
                .isEqualTo(404);
        assertThat(cases.browser("tester2")
                        .post(engine("/task/" + task + "/claim"), "{\"userId\":\"tester2\"}")
                        .status())
                .isEqualTo(404);
        Answer admin = cases.browser("admin").post(engine("/task/" + task + "/submit-form"), ProbeCases.loads(""));
        assertThat(admin.status()).isEqualTo(403);
        assertThat(admin.message()).contains("系统管理员");
    }

    @Test
    void nobodyIsLetInUnsigned() {
        assertThat(cases.browser("nobody").get(engine("/task")).status()).isIn(401, 403, 422);
    }

    @Test
    void withoutTheCsrfTokenNothingIsCompleted() {
        String task = cases.task(cases.started());
        assertThat(cases.browser("tester")
                        .withoutToken(engine("/task/" + task + "/submit-form"), ProbeCases.loads(""))
                        .status())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    /** One open task for all that only ask. */
    private String task() {
        if (asked == null || tasks.createTaskQuery().taskId(asked).count() == 0) {
            asked = cases.task(cases.started());
        }
        return asked;
    }

    private String address(String path, String task) {
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        return engine(path.replace("TASK", task)
                .replace("INSTANCE", instance)
                .replace("DEFINITION", cases.definition())
                .replace("FILTER", cases.filter("可认领")));
    }
}
