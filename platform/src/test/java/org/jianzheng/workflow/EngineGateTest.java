package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static probe.Browser.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.identity.Identity;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import probe.Browser;
import probe.Browser.Answer;
import probe.ProbePlatform;
import probe.ProbeSteps;
import probe.ProbeTest;

/** Attacks on the engine's interface, over real HTTP, by people who are signed in. */
@ProbeTest
class EngineGateTest {

    private static final String LOADS =
            """
            {"variables":{"machine":{"value":"BJ01-M1"},
              "environment":{"type":"Json","valueInfo":null,"value":"{\\"temperature\\":20.5}"},
              "specimens":{"type":"Json","valueInfo":null,"value":"[{\\"load\\":0.1},{\\"load\\":25.3},{\\"load\\":30}]"},
              "retest":{"value":false},"note":{"type":"Json","value":"{\\"fixed\\":\\"x\\"}"}MORE}}""";

    @LocalServerPort
    private int port;

    @Autowired
    private Processes processes;

    @Autowired
    private Identity identity;

    @Autowired
    private ProbeSteps steps;

    @Autowired
    private TaskService tasks;

    @Autowired
    private HistoryService history;

    @Autowired
    private FilterService filters;

    @Autowired
    private RepositoryService repository;

    @Test
    void aTaskIsClaimedFilledInAndCompletedAsTasklistDoes() {
        String caseId = started();
        String task = task(caseId);
        Browser tester = browser("tester");
        assertThat(tester.get(engine("/task/" + task)).status()).isEqualTo(200);
        assertThat(tester.get(engine("/task/" + task + "/form"))
                        .json()
                        .path("camundaFormRef")
                        .path("key")
                        .asText())
                .isEqualTo("probeLoads");
        assertThat(tester.get(engine("/task/" + task + "/deployed-form")).text())
                .contains("破坏荷载");
        JsonNode shown = tester.get(engine("/task/" + task + "/form-variables?deserializeValues=false"))
                .json();
        assertThat(shown.fieldNames()).toIterable().containsExactlyInAnyOrder("order", "machines");
        assertThat(shown.path("order").path("value").asText()).contains("宝鸡", "0.950");
        assertThat(tester.post(engine("/task/" + task + "/claim"), "{\"userId\":\"tester\"}")
                        .status())
                .isEqualTo(204);
        assertThat(tester.post(engine("/task/" + task + "/submit-form"), loads(""))
                        .status())
                .isEqualTo(204);
        List<?> rows = (List<?>) steps.recorded.get(caseId).get(0).get("specimens");
        assertThat(((Map<?, ?>) rows.get(0)).get("load")).isEqualTo(new BigDecimal("0.1"));
        assertThat(steps.recorded.get(caseId).get(0).get("note").toString()).doesNotContain("fixed");
    }

    @Test
    void aCaseIsStartedAsTasklistDoes() {
        String definition = definition();
        Browser commissioner = browser("commissioner");
        Answer list = commissioner.get(engine("/process-definition?latest=true&active=true&startableInTasklist=true"
                + "&startablePermissionCheck=true&firstResult=0&maxResults=15"));
        assertThat(list.text()).contains("试验委托");
        assertThat(browser("tester")
                        .get(engine("/process-definition?latest=true&startablePermissionCheck=true"))
                        .text())
                .doesNotContain("试验委托");
        Answer started = commissioner.post(
                engine("/process-definition/" + definition + "/submit-form"),
                "{\"variables\":{\"project\":{\"value\":\"二号楼\"},\"lab\":{\"value\":\"BJ01\"}}}");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        String caseId = started.json().path("businessKey").asText();
        assertThat(task(caseId)).isNotNull();
        assertThat(browser("tester")
                        .post(engine("/process-definition/" + definition + "/submit-form"), "{\"variables\":{}}")
                        .status())
                .isIn(403, 422);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict", "labCode", "caseId", "form", "decision", "project", "order", "outcome"})
    @Clause("5.4.7")
    void aTesterCannotPostWhatTheFormDoesNotAsk(String key) {
        String caseId = started();
        String task = task(caseId);
        Answer answer = browser("tester")
                .post(engine("/task/" + task + "/submit-form"), loads(",\"" + key + "\":{\"value\":\"PASS\"}"));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).contains(key).contains("没有");
        assertThat(task(caseId)).isEqualTo(task);
        assertThat(steps.recorded).doesNotContainKey(caseId);
    }

    @Test
    void hiddenInsideRowsAndGroupsUndeclaredKeysAreFoundToo() {
        String task = task(started());
        Answer inRow = browser("tester")
                .post(
                        engine("/task/" + task + "/submit-form"),
                        LOADS.replace("MORE", "")
                                .replace("{\\\"load\\\":25.3}", "{\\\"load\\\":25.3,\\\"verdict\\\":1}"));
        assertThat(inRow.status()).isEqualTo(422);
        assertThat(inRow.message()).contains("specimens[1].verdict");
        Answer inGroup = browser("tester")
                .post(
                        engine("/task/" + task + "/submit-form"),
                        LOADS.replace("MORE", "").replace("{\\\"fixed\\\"", "{\\\"labCode\\\":1,\\\"fixed\\\""));
        assertThat(inGroup.message()).contains("note.labCode");
    }

    @Test
    void aBrokenRuleIsSaidInTheReadersLanguage() {
        String task = task(started());
        String thirteen = loads("").replace("25.3", "13");
        Answer chinese = browser("tester").post(engine("/task/" + task + "/submit-form"), thirteen);
        assertThat(chinese.status()).isEqualTo(422);
        assertThat(chinese.json().path("type").asText()).isEqualTo("RuleBroken");
        assertThat(chinese.message()).isEqualTo("“破坏荷载”不得大于 12.9，现填 13，请核对数值和单位");
        Answer english = browser("tester").inEnglish().post(engine("/task/" + task + "/submit-form"), thirteen);
        assertThat(english.message()).contains("must not be above 12.9");
    }

    @Test
    void withoutTheCsrfTokenNothingIsCompleted() {
        String task = task(started());
        assertThat(browser("tester")
                        .withoutToken(engine("/task/" + task + "/submit-form"), loads(""))
                        .status())
                .isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void nobodyIsLetInUnsigned() {
        assertThat(new Browser(port, "nobody").get(engine("/task")).status()).isIn(401, 403, 422);
    }

    @Test
    @Clause("5.4.3")
    void anotherLabAndAdministratorsCannotReadOrCompleteATask() {
        String task = task(started());
        for (String path : List.of("", "/form", "/deployed-form", "/form-variables")) {
            assertThat(browser("tester2").get(engine("/task/" + task + path)).status())
                    .as(path)
                    .isIn(403, 404);
        }
        assertThat(browser("tester2")
                        .post(engine("/task/" + task + "/submit-form"), loads(""))
                        .status())
                .isEqualTo(404);
        assertThat(browser("tester2")
                        .post(engine("/task/" + task + "/claim"), "{\"userId\":\"tester2\"}")
                        .status())
                .isEqualTo(404);
        Answer admin = browser("admin").post(engine("/task/" + task + "/submit-form"), loads(""));
        assertThat(admin.status()).isEqualTo(403);
        assertThat(admin.message()).contains("系统管理员");
    }

    @Test
    void whatIsDoneTakenOrForSomebodyElseIsAConflict() {
        String caseId = started();
        String task = task(caseId);
        assertThat(browser("tester")
                        .post(engine("/task/" + task + "/claim"), "{\"userId\":\"reviewer\"}")
                        .status())
                .isEqualTo(403);
        assertThat(browser("tester3")
                        .post(engine("/task/" + task + "/claim"), "{\"userId\":\"tester3\"}")
                        .status())
                .isEqualTo(204);
        Answer taken = browser("tester").post(engine("/task/" + task + "/submit-form"), loads(""));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.message()).contains("tester3", "认领");
        assertThat(browser("tester")
                        .post(engine("/task/" + task + "/claim"), "{\"userId\":\"tester\"}")
                        .status())
                .isEqualTo(409);
        assertThat(browser("tester")
                        .post(engine("/task/" + task + "/unclaim"), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(browser("tester3")
                        .post(engine("/task/" + task + "/unclaim"), "{}")
                        .status())
                .isEqualTo(204);
        assertThat(browser("tester")
                        .post(engine("/task/" + task + "/submit-form"), loads(""))
                        .status())
                .isEqualTo(204);
        Answer again = browser("tester").post(engine("/task/" + task + "/submit-form"), loads(""));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).contains("已经提交过");
        assertThat(steps.recorded.get(caseId)).hasSize(1);
    }

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
        String caseId = started();
        String task = task(caseId);
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        String address = path.replace("TASK", task)
                .replace("INSTANCE", instance)
                .replace("DEFINITION", definition())
                .replace("FILTER", filter("可认领"));
        boolean body = !method.equals("GET") && !method.equals("TRACE");
        Answer answer = browser("tester")
                .send(method.equals("TRACE") ? "OPTIONS" : method, engine(address), body ? "{}" : null);
        assertThat(answer.status()).isIn(400, 403, 404, 405);
        if (answer.status() == 403 && answer.text().startsWith("{")) {
            assertThat(answer.message()).isNotBlank();
        }
        assertThat(task(caseId)).isEqualTo(task);
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
        String caseId = started();
        String task = task(caseId);
        String instance = tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId();
        String address =
                path.replace("TASK", task).replace("INSTANCE", instance).replace("DEFINITION", definition());
        assertThat(browser("admin").send(method, engine(address), "{}").status())
                .isIn(403, 405);
        assertThat(task(caseId)).isEqualTo(task);
    }

    @Test
    void administratorsSeeDiagramsAndCases() {
        started();
        Browser admin = browser("admin");
        assertThat(admin.get(engine("/process-definition/" + definition() + "/xml"))
                        .text())
                .contains("probeLoads");
        assertThat(admin.post(engine("/process-instance"), "{}").text()).contains("probe-case");
        assertThat(admin.get(engine("/deployment")).text()).contains("jianzheng");
    }

    @Test
    void theAdministratorSetUpIsClosedToEverybody() {
        for (String person : List.of("nobody", "tester", "admin")) {
            Answer answer = new Browser(port, person)
                    .post(
                            "/admin/setup/default/user/create",
                            "{\"profile\":{\"id\":\"eve\"},\"credentials\":{\"password\":\"eve\"}}");
            assertThat(answer.status()).as(person).isIn(401, 403, 404, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${1+1}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"nameLikeExpression\":\"x\"}]}]}",
                "{\"sorting\":[{\"sortBy\":\"name\",\"sortOrder\":\"asc\",\"parameters\":{\"dueDateExpression\":\"x\"}}]}"
            })
    void expressionsInQueriesAreRefusedAtAnyDepth(String query) {
        String filter = filter("可认领");
        for (String person : List.of("tester", "admin")) {
            Answer answer = browser(person).post(engine("/filter/" + filter + "/list"), query);
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.message()).contains("表达式");
        }
        assertThat(browser("admin").post(engine("/task"), query).status()).isEqualTo(403);
        assertThat(browser("admin").post(engine("/task/count"), query).status()).isEqualTo(403);
        assertThat(browser("tester").get(engine("/task?assigneeExpression=x")).status())
                .isEqualTo(403);
        assertThat(browser("admin").get(engine("/task?assigneeExpression=x")).status())
                .isEqualTo(403);
    }

    @Test
    void theEngineItselfRunsNoExpressionOfAQuery() {
        var query = tasks.createTaskQuery().taskAssigneeExpression("${probe.escalate('injected')}");
        try {
            query.list();
        } catch (RuntimeException refused) {
            assertThat(refused).hasMessageContaining("xpression");
        }
        assertThat(steps.escalatedBy).doesNotContainKey("injected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"processVariables\":[{\"name\":\"verdict\",\"operator\":\"eq\",\"value\":\"PASS\"}]}",
                "{\"taskVariables\":[{\"name\":\"order\",\"operator\":\"like\",\"value\":\"%\"}]}",
                "{\"orQueries\":[{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":\"b\"}]}]}"
            })
    void tasksCannotBeSearchedByVariables(String query) {
        Answer answer = browser("tester").post(engine("/filter/" + filter("可认领") + "/list"), query);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("变量");
    }

    @Test
    void filtersShowEachPersonTheirOwn() {
        String mine = started();
        String open = started();
        tasks.setAssignee(task(mine), "tester");
        String query = "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],"
                + "\"sorting\":[{\"sortOrder\":\"desc\",\"sortBy\":\"created\"}],\"active\":true}";
        String list = "/list?firstResult=0&maxResults=500";
        Answer own = browser("tester").post(engine("/filter/" + filter("我的任务") + list), query);
        assertThat(own.text()).contains(task(mine)).doesNotContain(task(open));
        assertThat(browser("tester3")
                        .post(engine("/filter/" + filter("我的任务") + list), query)
                        .text())
                .doesNotContain(task(mine));
        assertThat(browser("tester3")
                        .post(engine("/filter/" + filter("可认领") + list), query)
                        .text())
                .contains(task(open))
                .doesNotContain(task(mine));
        assertThat(browser("tester2")
                        .post(engine("/filter/" + filter("全部待办") + list), query)
                        .text())
                .doesNotContain(task(mine), task(open));
        JsonNode names = browser("tester")
                .get(engine("/filter?itemCount=false&resourceType=Task"))
                .json();
        assertThat(names.toString()).contains("我的任务", "可认领", "全部待办");
    }

    @Test
    void aThousandSpecimensAreFineAndMoreAreNot() {
        assertThat(submit(1000).status()).isEqualTo(204);
        Answer tooMany = submit(1001);
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.message()).contains("试件", "1,000");
        assertThat(submit(0).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{\"variables\":7}",
                "{\"variables\":{\"specimens\":{\"type\":\"Json\",\"value\":\"[[[\"}}}"
            })
    void unreadableBodiesAreRefusedPolitely(String body) {
        Answer answer = browser("tester").post(engine("/task/" + task(started()) + "/submit-form"), body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.message()).isNotBlank();
    }

    @Test
    void aDiagramThatDoesNotFitIsNotDeployed() {
        long before = repository.createDeploymentQuery().count();
        try {
            repository
                    .createDeployment()
                    .addString("processes/bad.bpmn", "<x/>")
                    .addString("evil.groovy", "1")
                    .deploy();
            org.assertj.core.api.Assertions.fail("was deployed");
        } catch (RuntimeException refused) {
            assertThat(refused.getMessage()).contains("evil.groovy", "bad.bpmn");
        }
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private Answer submit(int rows) {
        String list = String.join(",", java.util.Collections.nCopies(rows, "{\\\"load\\\":12}"));
        String body = LOADS.replace("MORE", "").replaceAll("\\[.*]", "[" + list.replace("\\", "\\\\") + "]");
        return browser("tester").post(engine("/task/" + task(started()) + "/submit-form"), body);
    }

    private Browser browser(String person) {
        return new Browser(port, person);
    }

    private static String loads(String more) {
        return LOADS.replace("MORE", more);
    }

    private String started() {
        return identity.as(
                ProbePlatform.PEOPLE.get("commissioner"),
                () -> processes.startByForm("probe-case", Map.of("project", "宝鸡一号楼", "lab", "BJ01")));
    }

    private String task(String caseId) {
        return processes.openTasks(List.of(caseId)).get(0).id();
    }

    private String filter(String name) {
        return filters.createTaskFilterQuery().filterName(name).singleResult().getId();
    }

    private String definition() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("probe-case")
                .latestVersion()
                .singleResult()
                .getId();
    }
}
