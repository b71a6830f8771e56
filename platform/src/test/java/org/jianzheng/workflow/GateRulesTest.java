package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static probe.Browser.engine;

import java.util.List;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import probe.Browser;
import probe.Browser.Answer;
import probe.ProbeCases;
import probe.ProbeTest;

/** Requests that no page sends: the engine's interface offers far more than its pages use. */
@ProbeTest
class GateRulesTest {

    @Autowired
    private ProbeCases cases;

    @Autowired
    private TaskService tasks;

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

    @Test
    void administratorsSeeDiagramsAndCases() {
        cases.started();
        Browser admin = cases.browser("admin");
        assertThat(admin.get(engine("/process-definition/" + cases.definition() + "/xml"))
                        .text())
                .contains("probeLoads");
        assertThat(admin.post(engine("/process-instance"), "{}").text()).contains("probe-case");
        assertThat(admin.get(engine("/deployment")).text()).contains("jianzheng");
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

    private String address(String path, String task) {
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        return engine(path.replace("TASK", task)
                .replace("INSTANCE", instance)
                .replace("DEFINITION", cases.definition())
                .replace("FILTER", cases.filter("可认领")));
    }
}
