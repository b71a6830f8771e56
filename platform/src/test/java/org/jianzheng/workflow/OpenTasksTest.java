package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jianzheng.workflow.ProcessesTest.loads;
import static probe.Browser.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.workflow.task.OpenTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import probe.ProbeCases;
import probe.ProbePlatform;
import probe.ProbeTest;

/** What the readers' rows answer is what the engine itself would: whatever happens to a task, for everybody, in any order. */
@ProbeTest
class OpenTasksTest {

    /** In no list of our own: with it a query goes the engine's way, and it leaves nothing out. */
    private static final String ENGINE_ONLY = "no task is called so";

    private static final Person BOTH =
            new Person("both", "两岗", java.util.Set.of("labs/BJ01/tester", "labs/BJ01/reviewer"));
    private static final List<Person> EVERYBODY = Stream.concat(ProbePlatform.PEOPLE.values().stream(), Stream.of(BOTH))
            .toList();

    @Autowired
    private ProbeCases cases;

    @Autowired
    private Processes processes;

    @Autowired
    private Identity identity;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService engineIdentity;

    @Autowired
    private JdbcTemplate database;

    @Test
    void agreeWithTheEngineWhileTasksAreClaimedGivenBackAndReassigned() {
        String task = cases.task(cases.started());
        agrees(task, "tester", "tester3");
        asEngine("tester", () -> tasks.claim(task, "tester"));
        agrees(task, "tester", "tester3");
        tasks.setAssignee(task, null);
        agrees(task, "tester", "tester3");
        tasks.setAssignee(task, "reviewer");
        agrees(task, "tester", "tester3", "reviewer");
        acting("tester3", () -> processes.takeOver(task, Map.of("reason", "代班")));
        // Whoever once had it may still look, as the engine has it.
        agrees(task, "tester", "tester3", "reviewer");
    }

    @Test
    void agreeWithTheEngineWhileGroupsAndPeopleAreAskedAndNotAskedAnyMore() {
        String task = cases.task(cases.started());
        tasks.addCandidateGroup(task, "labs/BJ02/tester");
        agrees(task, "tester", "tester3", "tester2", "both");
        tasks.addCandidateUser(task, "commissioner");
        agrees(task, "tester", "tester2", "commissioner");
        tasks.deleteCandidateGroup(task, "labs/BJ02/tester");
        tasks.deleteCandidateUser(task, "commissioner");
        agrees(task, "tester");
        assertThat(inbox("tester2")).doesNotContain(task);
        tasks.setPriority(task, 77);
        tasks.setDueDate(task, Date.from(Instant.parse("2026-05-01T00:00:00Z")));
        Task named = tasks.createTaskQuery().taskId(task).singleResult();
        named.setName("改名的任务");
        named.setFollowUpDate(Date.from(Instant.parse("2026-04-01T00:00:00Z")));
        tasks.saveTask(named);
        agrees(task, "tester");
    }

    @Test
    void agreeWithTheEngineWhenTheProcessGoesOnStopsOrEnds() {
        String caseId = cases.started();
        String task = cases.task(caseId);
        acting("tester", () -> processes.complete(task, loads("12", "1", "1")));
        gone(task);
        String review = cases.task(caseId);
        agrees(review, "reviewer", "both");
        String instance = tasks.createTaskQuery().taskId(review).singleResult().getProcessInstanceId();
        runtime.suspendProcessInstanceById(instance);
        agrees(review, "reviewer");
        assertThat(inbox("reviewer")).doesNotContain(review);
        runtime.activateProcessInstanceById(instance);
        agrees(review, "reviewer");
        assertThat(inbox("reviewer")).contains(review);
        runtime.createProcessInstanceModification(instance)
                .cancelAllForActivity("probeReview")
                .startBeforeActivity("probeReview")
                .execute();
        gone(review);
        String again = cases.task(caseId);
        agrees(again, "reviewer");
        runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId)
                .list()
                .forEach(process ->
                        runtime.deleteProcessInstanceIfExists(process.getId(), "结束", true, true, true, true));
        gone(again);
    }

    @Test
    void agreeWithTheEngineWhenAnInstanceMovesToAnotherDiagram() {
        String task = cases.task(cases.started());
        var instance = runtime.createProcessInstanceQuery()
                .processInstanceId(
                        tasks.createTaskQuery().taskId(task).singleResult().getProcessInstanceId())
                .singleResult();
        var plan = runtime.createMigrationPlan(instance.getProcessDefinitionId(), instance.getProcessDefinitionId())
                .mapEqualActivities()
                .build();
        runtime.newMigration(plan).processInstanceIds(instance.getId()).execute();
        agrees(task, "tester");
    }

    @Test
    void tellWhatColleaguesHoldAndWhatIsFree() {
        String mine = cases.task(cases.started());
        String theirs = cases.task(cases.started());
        tasks.setAssignee(mine, "tester");
        tasks.setAssignee(theirs, "tester3");
        assertThat(inbox("tester")).contains(mine).doesNotContain(theirs);
        assertThat(held("tester")).contains(theirs).doesNotContain(mine);
        assertThat(held("tester2")).doesNotContain(mine, theirs);
        assertThat(held("reviewer")).doesNotContain(mine, theirs);
    }

    @Test
    void areWhatEveryQuestionOfTasklistIsAnsweredFrom() {
        String caseId = cases.started();
        String task = cases.task(caseId);
        tasks.setPriority(task, 51);
        tasks.setDueDate(task, Date.from(Instant.parse("2026-05-01T00:00:00Z")));
        List<String> questions = Stream.of(
                        "",
                        "\"orQueries\":[{\"nameLike\":\"%原始记录%\",\"assignee\":\"nobody\"}],",
                        "\"name\":\"原始记录 BJ01\",\"unassigned\":true,",
                        "\"taskDefinitionKey\":\"probeLoads\",\"taskDefinitionKeyLike\":\"probe%\",",
                        "\"processInstanceBusinessKey\":\"" + caseId + "\",\"processInstanceBusinessKeyLike\":\"%\",",
                        "\"processDefinitionName\":\"试验委托\",\"processDefinitionNameLike\":\"%委托\",",
                        "\"processDefinitionKey\":\"probe-case\",\"candidateGroup\":\"labs/BJ01/tester\",",
                        "\"priority\":51,\"minPriority\":51,\"maxPriority\":51,",
                        "\"createdAfter\":\"2020-01-01T00:00:00.000+0000\",\"createdBefore\":\"2999-01-01T00:00:00.000+0000\",",
                        "\"dueAfter\":\"2026-01-01T00:00:00.000+0000\",\"dueBefore\":\"2026-06-01T00:00:00.000+0000\",")
                .map(more -> "{" + more + "\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],"
                        + "\"active\":true,\"sorting\":[{\"sortBy\":\"created\",\"sortOrder\":\"desc\"}]}")
                .toList();
        String list = engine("/filter/" + cases.filter("全部待办") + "/list?firstResult=0&maxResults=500");
        var tester = cases.browser("tester");
        questions.forEach(question ->
                assertThat(tester.post(list, question).text()).as(question).contains(task));
        database.update("DELETE FROM workflow_open_task WHERE task_id = ?", task);
        questions.forEach(question ->
                assertThat(tester.post(list, question).text()).as(question).doesNotContain(task));
        tasks.setPriority(task, 52);
        assertThat(tester.post(list, questions.get(0)).text()).contains(task);
    }

    /** For everybody alone, in all the ways Tasklist asks; and these see it. */
    private void agrees(String task, String... readers) {
        for (Person person : EVERYBODY) {
            asks().forEach(ask -> agrees(person, ask));
            boolean sees = engineSays(person, query -> query.taskId(task)).equals(List.of(task));
            assertThat(rowsSay(person, query -> query.taskId(task)).equals(List.of(task)))
                    .as(person.username())
                    .isEqualTo(sees);
            if (List.of(readers).contains(person.username())) {
                assertThat(sees).as(person.username()).isTrue();
            }
        }
    }

    private static Stream<UnaryOperator<TaskQuery>> asks() {
        Date day = Date.from(Instant.parse("2026-04-15T00:00:00Z"));
        return Stream.of(
                query -> query.active()
                        .orderByTaskCreateTime()
                        .desc()
                        .orderByTaskId()
                        .desc(),
                query -> query.taskAssigned()
                        .orderByDueDate()
                        .asc()
                        .orderByTaskId()
                        .asc(),
                query -> query.taskUnassigned()
                        .orderByTaskPriority()
                        .desc()
                        .orderByTaskId()
                        .desc(),
                query -> query.taskAssignee("tester").orderByTaskId().asc(),
                query -> query.taskNameLike("%记录 BJ0%")
                        .orderByTaskNameCaseInsensitive()
                        .asc()
                        .orderByTaskId()
                        .asc(),
                query -> query.taskName("改名的任务").orderByTaskId().asc(),
                query -> query.processDefinitionNameLike("%审核%")
                        .orderByTaskDescription()
                        .asc()
                        .orderByTaskId()
                        .asc(),
                query ->
                        query.processDefinitionKey("probe-case").orderByTaskId().asc(),
                query -> query.taskDefinitionKeyLike("probe%").orderByTaskId().asc(),
                query -> query.taskMinPriority(60).dueAfter(day).orderByTaskId().asc(),
                query -> query.taskCandidateGroup("labs/BJ01/tester")
                        .orderByTaskId()
                        .asc(),
                query -> query.or()
                        .taskAssignee("tester")
                        .followUpBefore(day)
                        .endOr()
                        .or()
                        .taskPriority(77)
                        .taskUnassigned()
                        .dueBefore(day)
                        .dueAfter(day)
                        .endOr()
                        .orderByTaskId()
                        .asc());
    }

    private void agrees(Person person, UnaryOperator<TaskQuery> ask) {
        List<String> expected = engineSays(person, ask);
        assertThat(rowsSay(person, ask)).as(person.username()).isEqualTo(expected);
        assertThat((long) as(person, () -> ask.apply(tasks.createTaskQuery()).count()))
                .isEqualTo(expected.size());
        if (expected.size() > 2) {
            assertThat(ids(as(person, () -> ask.apply(tasks.createTaskQuery()).listPage(1, 2))))
                    .isEqualTo(expected.subList(1, 3));
        }
    }

    private void gone(String task) {
        EVERYBODY.forEach(person -> {
            assertThat(rowsSay(person, query -> query.taskId(task))).isEmpty();
            asks().forEach(ask -> agrees(person, ask));
        });
    }

    private List<String> rowsSay(Person person, UnaryOperator<TaskQuery> ask) {
        return ids(as(person, () -> ask.apply(tasks.createTaskQuery()).list()));
    }

    private List<String> engineSays(Person person, UnaryOperator<TaskQuery> ask) {
        return ids(as(person, () -> ask.apply(tasks.createTaskQuery().taskNameNotEqual(ENGINE_ONLY))
                .list()));
    }

    private static List<String> ids(List<Task> found) {
        return found.stream().map(Task::getId).toList();
    }

    private List<String> inbox(String person) {
        return processes.tasksOf(ProbePlatform.PEOPLE.get(person), 0, 1000).items().stream()
                .map(OpenTask::id)
                .toList();
    }

    private List<String> held(String person) {
        return processes.heldByColleagues(ProbePlatform.PEOPLE.get(person), 0, 1000).items().stream()
                .map(OpenTask::id)
                .toList();
    }

    private void acting(String person, Runnable work) {
        identity.as(ProbePlatform.PEOPLE.get(person), () -> {
            work.run();
            return null;
        });
    }

    private void asEngine(String person, Runnable work) {
        as(ProbePlatform.PEOPLE.get(person), () -> {
            work.run();
            return null;
        });
    }

    private <T> T as(Person person, java.util.function.Supplier<T> work) {
        engineIdentity.setAuthentication(person.username(), List.copyOf(person.groups()));
        try {
            return work.get();
        } finally {
            engineIdentity.clearAuthentication();
        }
    }
}
