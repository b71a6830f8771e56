package org.jianzheng.support.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.TestDatabase;
import org.jianzheng.workflow.Processes;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * With 100,000 open tasks: Tasklist's lists and its search, one task, and the home page, of a receiver whose group has half of
 * them, a tester whose group has 2,500 and a reviewer whose group has a dozen. Target: p95 200 ms.
 */
final class OpenTasksBench {

    private static final int TASKS = 100_000;
    private static final String GROUP = "CASE WHEN n < 50000 THEN 'labs/BJ01/receiver' WHEN n < 52500 THEN"
            + " 'labs/BJ01/tester' WHEN n < 52512 THEN 'labs/BJ01/reviewer' ELSE"
            + " CONCAT('labs/Z', LPAD(n MOD 40, 2, '0'), '/receiver') END";
    private static final String SORTED = "{\"sorting\":[{\"sortBy\":\"%s\",\"sortOrder\":\"desc\"}],\"active\":true%s}";

    private final BenchPlatform platform;
    private final ListTimes times = new ListTimes();
    private final Map<String, String> tokens = new HashMap<>();

    private OpenTasksBench(BenchPlatform platform) {
        this.platform = platform;
    }

    public static void main(String[] none) throws Exception {
        try (var platform = BenchPlatform.start()) {
            fill(platform);
            var bench = new OpenTasksBench(platform);
            for (String person : new String[] {"receiver", "tester", "reviewer"}) {
                know(platform.bean(IdentityService.class), person);
                bench.run(person);
            }
            bench.held("labadmin", platform.signedIn("labadmin"));
            bench.times.sayWorst();
        }
    }

    /** Copies of a case that waits for its acceptance; of ten one is claimed, of a hundred one by the receiver. */
    private static void fill(BenchPlatform platform) throws IOException {
        String caseId = new CaseDriver(platform.context()).commission(DemoTest.CONCRETE);
        String task =
                platform.bean(Processes.class).openTasks(List.of(caseId)).get(0).id();
        JdbcTemplate sql = TestDatabase.owner();
        String instance = sql.queryForObject("SELECT PROC_INST_ID_ FROM ACT_RU_TASK WHERE ID_ = ?", String.class, task);
        String process = "CONCAT('e', n)";
        var tables = new FullTables(sql);
        tables.copies(
                "ACT_RU_EXECUTION",
                "ID_ = '" + instance + "'",
                TASKS,
                Map.of(
                        "ID_",
                        process,
                        "PROC_INST_ID_",
                        process,
                        "ROOT_PROC_INST_ID_",
                        process,
                        "BUSINESS_KEY_",
                        "UUID()"));
        String assignee = "CASE WHEN n MOD 100 = 0 THEN 'receiver' WHEN n MOD 10 = 0 THEN 'another' END";
        tables.copies(
                "ACT_RU_TASK",
                "ID_ = '" + task + "'",
                TASKS,
                Map.of(
                        "ID_", "CONCAT('t', n)",
                        "EXECUTION_ID_", process,
                        "PROC_INST_ID_", process,
                        "NAME_", "CONCAT('受理委托 ', n MOD 1000)",
                        "ASSIGNEE_", assignee,
                        "PRIORITY_", "n MOD 100",
                        "DUE_DATE_", "TIMESTAMPADD(MINUTE, n * 7 MOD 100003, CREATE_TIME_)",
                        "CREATE_TIME_", "TIMESTAMPADD(SECOND, -(n * 37 MOD 100003), CREATE_TIME_)"));
        tables.copies(
                "ACT_RU_IDENTITYLINK",
                "TASK_ID_ = '" + task + "' AND GROUP_ID_ IS NOT NULL",
                TASKS,
                Map.of("ID_", "CONCAT('l', n)", "TASK_ID_", "CONCAT('t', n)", "GROUP_ID_", GROUP));
        String right = "RESOURCE_ID_ = '" + task + "' AND GROUP_ID_ IS NOT NULL";
        tables.copies(
                "ACT_RU_AUTHORIZATION",
                right,
                TASKS,
                Map.of("ID_", "CONCAT('g', n)", "RESOURCE_ID_", "CONCAT('t', n)", "GROUP_ID_", GROUP));
        tables.copies(
                "ACT_RU_AUTHORIZATION",
                right,
                TASKS / 10,
                Map.of(
                        "ID_", "CONCAT('u', n)",
                        "RESOURCE_ID_", "CONCAT('t', n * 10)",
                        "GROUP_ID_", "NULL",
                        "USER_ID_", "IF(n MOD 10 = 0, 'receiver', 'another')"));
        analyze(sql, "ACT_RU_TASK", "ACT_RU_EXECUTION", "ACT_RU_IDENTITYLINK", "ACT_RU_AUTHORIZATION");
        sql.execute("DELETE FROM workflow_open_task");
        sql.execute(migrated("INSERT INTO workflow_open_task"));
        analyze(sql, "workflow_open_task");
    }

    private static void analyze(JdbcTemplate sql, String... tables) {
        for (String table : tables) {
            sql.execute("ANALYZE TABLE " + table);
        }
    }

    /** The statement of the migration that begins so: what fills the rows at an upgrade fills them here. */
    private static String migrated(String begin) throws IOException {
        String script = new ClassPathResource("db/migration/V0681__workflow_open_tasks.sql")
                .getContentAsString(StandardCharsets.UTF_8);
        return script.substring(script.indexOf(begin), script.lastIndexOf(';'));
    }

    /** The engine lets nobody in whom its identity service does not know, and Keycloak is not there. */
    private static void know(IdentityService engine, String person) {
        var user = engine.newUser(person);
        user.setPassword(person);
        engine.saveUser(user);
    }

    private void run(String person) throws Exception {
        String cookie = platform.signedIn(person);
        tasklist(person, cookie, "全部待办", "created", "", 0);
        tasklist(person, cookie, "全部待办", "created", "", 1000);
        tasklist(person, cookie, "全部待办", "dueDate", "", 0);
        tasklist(person, cookie, "全部待办", "priority", "", 0);
        tasklist(person, cookie, "全部待办", "nameCaseInsensitive", "", 0);
        tasklist(person, cookie, "我的任务", "created", "", 0);
        tasklist(person, cookie, "可认领", "created", "", 0);
        tasklist(person, cookie, "全部待办", "created", ",\"nameLike\":\"%委托 77%\"", 0);
        tasklist(person, cookie, "全部待办", "created", ",\"nameLike\":\"%无此任务%\"", 0);
        tasklist(person, cookie, "全部待办", "created", ",\"processInstanceBusinessKeyLike\":\"%no such%\"", 0);
        page(person, cookie, "/");
        held(person, cookie);
        String task = person.equals("receiver") ? "t5" : person.equals("tester") ? "t50001" : "t52501";
        page(person, cookie, "/camunda/api/engine/engine/default/task/" + task);
    }

    private void held(String person, String cookie) throws Exception {
        page(person, cookie, "/tasks/held");
    }

    private void tasklist(String person, String cookie, String filter, String sort, String more, int page)
            throws Exception {
        String id = platform.bean(FilterService.class)
                .createTaskFilterQuery()
                .filterName(filter)
                .singleResult()
                .getId();
        String token = token(cookie);
        String path =
                "/camunda/api/engine/engine/default/filter/" + id + "/list?firstResult=" + page * 15 + "&maxResults=15";
        times.measure(
                person + " " + filter + " by " + sort + " page " + page + " " + more,
                platform.request(path)
                        .header("Cookie", cookie + "; XSRF-TOKEN=" + token)
                        .header("X-XSRF-TOKEN", token)
                        .header("Accept", "application/hal+json")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(SORTED.formatted(sort, more)))
                        .build());
    }

    /** What Tasklist's page would have got with the first page of its session. */
    private String token(String cookie) throws Exception {
        String known = tokens.get(cookie);
        if (known == null) {
            var first = HttpClient.newHttpClient()
                    .send(platform.request("/").header("Cookie", cookie).build(), BodyHandlers.ofString());
            known = first.headers().allValues("Set-Cookie").stream()
                    .filter(each -> each.startsWith("XSRF-TOKEN="))
                    .map(each -> each.substring("XSRF-TOKEN=".length(), each.indexOf(';')))
                    .findFirst()
                    .orElseThrow();
            tokens.put(cookie, known);
        }
        return known;
    }

    private void page(String person, String cookie, String path) throws Exception {
        times.measure(
                person + " " + path,
                platform.request(path).header("Cookie", cookie).build());
    }
}
