package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.jianzheng.support.CaseDriver;
import org.jianzheng.support.DemoTest;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What the engine is spared to ask it knows all the same. */
@PlatformTest
class EngineReadsModuleTest {

    private static final String ENDED =
            """
            SELECT e.NAME_ FROM (
              SELECT ROOT_PROC_INST_ID_, PROC_DEF_KEY_ AS NAME_, START_TIME_, END_TIME_, DURATION_ FROM ACT_HI_PROCINST
              UNION ALL
              SELECT ROOT_PROC_INST_ID_, ACT_ID_, START_TIME_, END_TIME_, DURATION_ FROM ACT_HI_ACTINST
              UNION ALL
              SELECT ROOT_PROC_INST_ID_, TASK_DEF_KEY_, START_TIME_, END_TIME_, DURATION_ FROM ACT_HI_TASKINST) e
              JOIN ACT_HI_PROCINST root ON root.ID_ = e.ROOT_PROC_INST_ID_
             WHERE root.BUSINESS_KEY_ = ? AND e.END_TIME_ IS NOT NULL""";

    @Autowired
    private ManagementService management;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private JdbcTemplate sql;

    private final CaseDriver driver;

    EngineReadsModuleTest(@Autowired ApplicationContext platform) {
        driver = new CaseDriver(platform);
    }

    @Test
    void ofWhateverHasEndedTheHistorySaysHowLongItTook() {
        String caseId = driver.finish(DemoTest.CONCRETE);

        assertThat(ended(caseId, "")).contains("record", "testing", "commission-case", "signReport");
        assertThat(
                        ended(
                                caseId,
                                " AND (e.DURATION_ IS NULL"
                                        + " OR ABS(e.DURATION_ - 1000 * TIMESTAMPDIFF(SECOND, e.START_TIME_, e.END_TIME_)) > 1000)"))
                .isEmpty();
    }

    private List<String> ended(String caseId, String more) {
        return sql.queryForList(ENDED + more, String.class, caseId);
    }

    @Test
    void noTaskHasTasksOrVariablesOfItsOwn() {
        driver.toReview(DemoTest.CONCRETE);

        assertThat(count("SELECT COUNT(*) FROM ACT_RU_TASK WHERE PARENT_TASK_ID_ IS NOT NULL"))
                .isZero();
        assertThat(count("SELECT COUNT(*) FROM ACT_RU_VARIABLE WHERE TASK_ID_ IS NOT NULL"))
                .isZero();
    }

    private Integer count(String question) {
        return sql.queryForObject(question, Integer.class);
    }

    @Test
    void anIncidentGoesWhenItsJobIsTriedAgainAndWhenItsTaskIsDone() {
        String caseId = driver.commission(DemoTest.CONCRETE);
        driver.accept(caseId);
        String job = timer(caseId);

        management.setJobRetries(job, 0);
        assertThat(incidents(job)).isOne();
        management.setJobRetries(job, 3);
        assertThat(incidents(job)).isZero();

        management.setJobRetries(job, 0);
        assertThat(incidents(job)).isOne();
        driver.take(caseId);
        assertThat(incidents(job)).isZero();
        driver.witness(caseId);
    }

    private String timer(String caseId) {
        String process = tasks.createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult()
                .getProcessInstanceId();
        return management
                .createJobQuery()
                .processInstanceId(process)
                .list()
                .get(0)
                .getId();
    }

    private long incidents(String job) {
        return runtime.createIncidentQuery().configuration(job).count();
    }

    @Test
    void thatAProcessIsPausedIsKnownAtOnce() {
        driver.toTest(DemoTest.CONCRETE);
        String testing = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("testing")
                .latestVersion()
                .singleResult()
                .getId();

        repository.suspendProcessDefinitionById(testing);
        try {
            assertThat(repository.getProcessDefinition(testing).isSuspended()).isTrue();
        } finally {
            repository.activateProcessDefinitionById(testing);
        }

        assertThat(repository.getProcessDefinition(testing).isSuspended()).isFalse();
    }
}
