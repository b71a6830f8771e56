package org.jianzheng.console.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.bundle.DeploymentNotice;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ConsoleTest
class HomePagesTest {

    private static final Instant NOW = ConsoleTest.NOW;
    private static final Person RECEIVER = new Person("receiver", "李收样", Set.of("labs/BJ01/receiver"));
    private static final Person ADMIN = new Person("admin", "系统管理员", Set.of("camunda-admin"));
    private static final Person COMMISSIONER =
            new Person("commissioner", "张委托", Set.of("developers/WBJT/commissioner"));

    @Autowired
    MockMvc mvc;

    @Autowired
    Identity identity;

    @Autowired
    Processes processes;

    @Test
    void showsWhatIsMineAndWhatIsFreeWithItsAgeAndItsLimit() throws Exception {
        waiting(
                task("t1", "收样 BJ01-YP-2026-00001", "receiver", NOW.minus(Duration.ofHours(2))),
                task("t2", "合同评审 BJ01-WT-2026-00002", null, NOW.plus(Duration.ofMinutes(12))));
        assertThat(home(RECEIVER))
                .contains("李收样，您好", "2 项")
                .containsSubsequence("我已领取", "收样 BJ01-YP-2026-00001", "已超期 2 小时", "继续办理")
                .containsSubsequence("可领取", "合同评审 BJ01-WT-2026-00002", "剩 12 分钟", "领取办理")
                .contains("/camunda/app/tasklist/default/#/?task=t1", "href=\"/cases/c-1\"")
                .doesNotContain("发起委托");
    }

    @Test
    void anEmptyInboxSaysSoAndWhatToDo() throws Exception {
        waiting();
        assertThat(home(RECEIVER)).contains("现在没有等您处理的任务");
        assertThat(home(COMMISSIONER)).contains("发起委托", "/commissions/new");
    }

    @Test
    void anAdministratorReadsWhyTheProgramsDiagramsDoNotRun() throws Exception {
        waiting();
        when(processes.deploymentNotice())
                .thenReturn(Optional.of(
                        new DeploymentNotice("workflow.bundle.broken", List.of("sampling.bpmn #receive  缺少名称"))));
        assertThat(home(ADMIN)).contains("启动时没有部署", "sampling.bpmn #receive").doesNotContain("/home/cases");
        assertThat(home(RECEIVER)).contains("hx-get=\"/home/cases\"").doesNotContain("启动时没有部署");
    }

    private void waiting(OpenTask... tasks) {
        when(processes.tasksOf(any(), anyInt(), anyInt())).thenReturn(new Paged<>(List.of(tasks), tasks.length));
        when(processes.deploymentNotice()).thenReturn(Optional.empty());
        when(processes.taskUrl(any())).thenCallRealMethod();
    }

    private static OpenTask task(String id, String name, String assignee, Instant due) {
        return new OpenTask(id, "receive", name, "c-1", NOW.minus(Duration.ofDays(1)), due, assignee, List.of());
    }

    private String home(Person person) throws Exception {
        MockHttpServletResponse response = identity.as(person, () -> {
            try {
                return mvc.perform(get("/")).andReturn().getResponse();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
