package org.jianzheng.support;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jianzheng.workflow.engine.ShownInputs;

/**
 * One diagram on an engine of its own in memory, its steps stood in for. The job executor is off: timers are fired by hand.
 * One case at a time; starting another forgets the last.
 */
public final class DiagramEngine implements AutoCloseable {

    /** What every task's form is filled with. */
    public static final Map<String, Object> FORM = Map.of("typed", "here");

    private final ProcessEngine engine;
    private String caseId;
    private String instance;

    public DiagramEngine(String name) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName(name);
        configuration.setJdbcUrl("jdbc:h2:mem:" + name);
        configuration.setExpressionManager(new MockExpressionManager());
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new ShownInputs())));
        configuration.setJobExecutorActivate(false);
        configuration.setDatabaseSchemaUpdate("create-drop");
        configuration.setGroupResourceWhitelistPattern("[\\w./-]+");
        engine = configuration.buildProcessEngine();
    }

    /**
     * @param called stand-ins for the processes the diagram calls, by file name
     * @param resources names of files of the bundle, composed forms among them
     */
    public void deploy(Map<String, BpmnModelInstance> called, String... resources) {
        var deployment = engine.getRepositoryService().createDeployment();
        called.forEach(deployment::addModelInstance);
        List.of(resources)
                .forEach(name -> deployment.addInputStream(
                        name, new ByteArrayInputStream(BundledFiles.all().get(name))));
        deployment.deploy();
    }

    public void standIns(Map<String, Object> steps) {
        Mocks.reset();
        steps.forEach(Mocks::register);
    }

    public void start(String process) {
        start(process, Map.of());
    }

    public void start(String process, Map<String, Object> variables) {
        caseId = UUID.randomUUID().toString();
        instance = engine.getRuntimeService()
                .startProcessInstanceByKey(process, caseId, withForm(variables))
                .getId();
    }

    public String caseId() {
        return caseId;
    }

    /** Key of the one open task. */
    public String task() {
        return open().getTaskDefinitionKey();
    }

    public String taskName() {
        return open().getName();
    }

    /** What the one open task shows, worked out as when its form is opened. */
    public Map<String, Object> shown() {
        String execution = open().getExecutionId();
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        return configuration
                .getCommandExecutorTxRequired()
                .execute(context ->
                        ShownInputs.values(context.getExecutionManager().findExecutionById(execution)));
    }

    public String assignee() {
        return open().getAssignee();
    }

    public List<String> candidates() {
        return engine.getTaskService().getIdentityLinksForTask(open().getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .toList();
    }

    public void complete() {
        engine.getTaskService().complete(open().getId(), withForm(Map.of()));
    }

    /** Completes the stand-in of a called process with what it answers, and lets the case go on by itself. */
    public void complete(Map<String, Object> answers) {
        engine.getTaskService().complete(open().getId(), new HashMap<>(answers));
        new OwnSteps(engine).finish(caseId);
    }

    /** The variables the called process was given. */
    public Map<String, Object> variablesOf(String process) {
        var called = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(caseId, process)
                .singleResult();
        return engine.getRuntimeService().getVariables(called.getId());
    }

    /** What the case does by itself, as far as it does. */
    public void goOn() {
        new OwnSteps(engine).finish(caseId);
    }

    public void fireTimer() {
        var timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .timers()
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
    }

    /** Keys of the open tasks. */
    public List<String> tasks() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(caseId).list().stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    /** Completes the one open task of that key. */
    public void complete(String key) {
        Task task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .taskDefinitionKey(key)
                .singleResult();
        engine.getTaskService().complete(task.getId(), withForm(Map.of()));
    }

    /** Fires the timer at which the case waits there. */
    public void fireTimer(String activity) {
        var timer = engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(activity)
                .timers()
                .singleResult();
        engine.getManagementService().executeJob(timer.getId());
    }

    /** What goes on by itself, in jobs of its own. */
    public void runJobs() {
        engine.getManagementService().createJobQuery().processInstanceId(instance).messages().list().stream()
                .map(job -> job.getId())
                .forEach(engine.getManagementService()::executeJob);
    }

    public boolean isRunning() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
    }

    /** Ids of everything the case has come through, sub-processes included. */
    public List<String> passed() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .list()
                .stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }

    /** Id of the end event the case came to; null while it runs. */
    public String endedAt() {
        boolean running = engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()
                > 0;
        return running
                ? null
                : engine
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityType("noneEndEvent")
                        .list()
                        .stream()
                        // Not where a sub-process inside it ended.
                        .filter(end -> end.getParentActivityInstanceId().equals(instance))
                        .map(HistoricActivityInstance::getActivityId)
                        .findFirst()
                        .orElseThrow();
    }

    /** The last value of a variable of the case. */
    public Object history(String variable) {
        HistoricVariableInstance found = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(variable)
                .singleResult();
        return found == null ? null : found.getValue();
    }

    @Override
    public void close() {
        Mocks.reset();
        engine.close();
    }

    private Task open() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
    }

    private Map<String, Object> withForm(Map<String, Object> variables) {
        Map<String, Object> all = Variables.createVariables().putValueTyped("form", Variables.untypedValue(FORM, true));
        all.putAll(variables);
        all.put("caseId", caseId);
        return all;
    }
}
