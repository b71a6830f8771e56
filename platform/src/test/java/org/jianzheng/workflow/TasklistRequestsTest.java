package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static probe.Browser.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import probe.Browser;
import probe.Browser.Answer;
import probe.ProbeCases;
import probe.ProbeSteps;
import probe.ProbeTest;

/** What Tasklist asks of the engine, over real HTTP, and how it is answered. */
@ProbeTest
class TasklistRequestsTest {

    @Autowired
    private ProbeCases cases;

    @Autowired
    private ProbeSteps steps;

    @Autowired
    private TaskService tasks;

    @Test
    void aTaskIsClaimedFilledInAndCompletedAsTasklistDoes() {
        String caseId = cases.started();
        String task = cases.task(caseId);
        Browser tester = cases.browser("tester");
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
        assertThat(tester.post(engine("/task/" + task + "/submit-form"), ProbeCases.loads(""))
                        .status())
                .isEqualTo(204);
        List<?> rows = (List<?>) steps.recorded.get(caseId).get(0).get("specimens");
        assertThat(((Map<?, ?>) rows.get(0)).get("load")).isEqualTo(new BigDecimal("0.1"));
        assertThat(steps.recorded.get(caseId).get(0).get("note").toString()).doesNotContain("fixed");
    }

    @Test
    void aCaseIsStartedAsTasklistDoes() {
        String definition = cases.definition();
        Browser commissioner = cases.browser("commissioner");
        Answer list = commissioner.get(engine("/process-definition?latest=true&active=true&startableInTasklist=true"
                + "&startablePermissionCheck=true&firstResult=0&maxResults=15"));
        assertThat(list.text()).contains("试验委托");
        assertThat(cases.browser("tester")
                        .get(engine("/process-definition?latest=true&startablePermissionCheck=true"))
                        .text())
                .doesNotContain("试验委托");
        Answer started = commissioner.post(
                engine("/process-definition/" + definition + "/submit-form"),
                "{\"variables\":{\"project\":{\"value\":\"二号楼\"},\"lab\":{\"value\":\"BJ01\"}}}");
        assertThat(started.status()).as(started.text()).isEqualTo(200);
        String caseId = started.json().path("businessKey").asText();
        assertThat(cases.task(caseId)).isNotNull();
        assertThat(cases.browser("tester")
                        .post(engine("/process-definition/" + definition + "/submit-form"), "{\"variables\":{}}")
                        .status())
                .isIn(403, 422);
    }

    @Test
    void aBrokenRuleIsSaidInTheReadersLanguage() {
        String task = cases.task(cases.started());
        String thirteen = ProbeCases.loads("").replace("25.3", "13");
        Answer chinese = cases.browser("tester").post(engine("/task/" + task + "/submit-form"), thirteen);
        assertThat(chinese.status()).isEqualTo(422);
        assertThat(chinese.json().path("type").asText()).isEqualTo("RuleBroken");
        assertThat(chinese.message()).isEqualTo("“破坏荷载”不得大于 12.9，现填 13，请核对数值和单位");
        Answer english = cases.browser("tester").inEnglish().post(engine("/task/" + task + "/submit-form"), thirteen);
        assertThat(english.message()).contains("must not be above 12.9");
    }

    @Test
    void whatIsDoneTakenOrForSomebodyElseIsAConflict() {
        String caseId = cases.started();
        String task = cases.task(caseId);
        assertThat(cases.browser("tester")
                        .post(engine("/task/" + task + "/claim"), "{\"userId\":\"reviewer\"}")
                        .status())
                .isEqualTo(403);
        assertThat(cases.browser("tester3")
                        .post(engine("/task/" + task + "/claim"), "{\"userId\":\"tester3\"}")
                        .status())
                .isEqualTo(204);
        Answer taken = cases.browser("tester").post(engine("/task/" + task + "/submit-form"), ProbeCases.loads(""));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.message()).contains("tester3", "认领");
        assertThat(cases.browser("tester")
                        .post(engine("/task/" + task + "/claim"), "{\"userId\":\"tester\"}")
                        .status())
                .isEqualTo(409);
        assertThat(cases.browser("tester")
                        .post(engine("/task/" + task + "/unclaim"), "{}")
                        .status())
                .isEqualTo(403);
        assertThat(cases.browser("tester3")
                        .post(engine("/task/" + task + "/unclaim"), "{}")
                        .status())
                .isEqualTo(204);
        assertThat(cases.browser("tester")
                        .post(engine("/task/" + task + "/submit-form"), ProbeCases.loads(""))
                        .status())
                .isEqualTo(204);
        Answer again = cases.browser("tester").post(engine("/task/" + task + "/submit-form"), ProbeCases.loads(""));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.message()).contains("已经提交过");
        assertThat(steps.recorded.get(caseId)).hasSize(1);
    }

    @Test
    void filtersShowEachPersonTheirOwn() {
        String mine = cases.started();
        String open = cases.started();
        tasks.setAssignee(cases.task(mine), "tester");
        String query = "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],"
                + "\"sorting\":[{\"sortOrder\":\"desc\",\"sortBy\":\"created\"}],\"active\":true}";
        String list = "/list?firstResult=0&maxResults=500";
        Answer own = cases.browser("tester").post(engine("/filter/" + cases.filter("我的任务") + list), query);
        assertThat(own.text()).contains(cases.task(mine)).doesNotContain(cases.task(open));
        assertThat(cases.browser("tester3")
                        .post(engine("/filter/" + cases.filter("我的任务") + list), query)
                        .text())
                .doesNotContain(cases.task(mine));
        assertThat(cases.browser("tester3")
                        .post(engine("/filter/" + cases.filter("可认领") + list), query)
                        .text())
                .contains(cases.task(open))
                .doesNotContain(cases.task(mine));
        assertThat(cases.browser("tester2")
                        .post(engine("/filter/" + cases.filter("全部待办") + list), query)
                        .text())
                .doesNotContain(cases.task(mine), cases.task(open));
        JsonNode names = cases.browser("tester")
                .get(engine("/filter?itemCount=false&resourceType=Task"))
                .json();
        assertThat(names.toString()).contains("我的任务", "可认领", "全部待办");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugin.css", "plugin.js"})
    void theFilesOfItsPluginsPass(String file) {
        Answer answer = cases.browser("tester").get("/tasklist/plugin/tasklistPlugins/static/app/" + file);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).hasSizeGreaterThan(1000);
    }
}
