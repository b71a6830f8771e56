package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static probe.Browser.engine;

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

/** Queries that would run an expression or tell what a form does not show. */
@ProbeTest
class QueryAttacksTest {

    @Autowired
    private ProbeCases cases;

    @Autowired
    private ProbeSteps steps;

    @Autowired
    private TaskService tasks;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${1+1}\"}",
                "{\"orQueries\":[{\"assigneeExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"nameLikeExpression\":\"x\"}]}]}",
                "{\"sorting\":[{\"sortBy\":\"name\",\"sortOrder\":\"asc\",\"parameters\":{\"dueDateExpression\":\"x\"}}]}"
            })
    void expressionsInQueriesAreRefusedAtAnyDepth(String query) {
        String filter = cases.filter("可认领");
        Answer answer = cases.browser("tester").post(engine("/filter/" + filter + "/list"), query);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("表达式");
        assertThat(cases.browser("admin")
                        .post(engine("/process-instance"), query)
                        .message())
                .contains("表达式");
        assertThat(cases.browser("admin")
                        .post(engine("/filter/" + filter + "/list"), query)
                        .status())
                .isEqualTo(403);
        assertThat(cases.browser("admin").post(engine("/task"), query).status()).isEqualTo(403);
        assertThat(cases.browser("admin").post(engine("/task/count"), query).status())
                .isEqualTo(403);
        assertThat(cases.browser("tester")
                        .get(engine("/task?assigneeExpression=x"))
                        .status())
                .isEqualTo(403);
        assertThat(cases.browser("admin")
                        .get(engine("/task?assigneeExpression=x"))
                        .status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"nameLike\":\"%😀%\"}",
                "{\"orQueries\":[{\"processInstanceBusinessKey\":\"\\ud842\\udfb7\"}]}"
            })
    void whatTheTablesOfTheEngineCannotHoldIsNotSearchedForInThem(String query) {
        Answer answer = cases.browser("tester").post(engine("/filter/" + cases.filter("可认领") + "/list"), query);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.message()).contains("表情符号");
        assertThat(cases.browser("admin")
                        .post(engine("/process-instance/count"), "{\"businessKey\":\"😀\"}")
                        .status())
                .isEqualTo(422);
        assertThat(cases.browser("tester")
                        .get(engine("/task?assignee=%F0%9F%98%80"))
                        .status())
                .isEqualTo(422);
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
        Answer answer = cases.browser("tester").post(engine("/filter/" + cases.filter("可认领") + "/list"), query);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("变量");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"variables\":[{\"name\":\"labCode\",\"operator\":\"eq\",\"value\":\"BJ01\"}]}",
                "{\"orQueries\":[{\"variables\":[{\"name\":\"a\",\"operator\":\"like\",\"value\":\"%\"}]}]}"
            })
    void administratorsCannotFindOutByCountingWhatIsInACase(String query) {
        Browser admin = cases.browser("admin");
        assertThat(admin.post(engine("/process-instance/count"), query).message())
                .contains("变量");
        assertThat(admin.post("/cockpit/plugin/base/default/process-instance/count", query)
                        .status())
                .isEqualTo(403);
        assertThat(admin.get(engine("/process-instance/count?variables=labCode_eq_BJ01"))
                        .status())
                .isEqualTo(403);
        assertThat(admin.post(engine("/process-instance/count"), "{\"variables\":[]}")
                        .status())
                .isEqualTo(200);
    }
}
