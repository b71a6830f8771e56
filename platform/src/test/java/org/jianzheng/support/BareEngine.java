package org.jianzheng.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.mock.MockExpressionManager;
import org.camunda.bpm.engine.test.mock.Mocks;
import org.camunda.bpm.engine.variable.Variables;
import org.jianzheng.archive.process.ArchiveSteps;
import org.jianzheng.commission.process.CommissionSteps;
import org.jianzheng.reporting.process.ReportingSteps;
import org.jianzheng.sampling.process.SamplingSteps;
import org.jianzheng.testing.process.TestingSteps;
import org.jianzheng.workflow.engine.ShownInputs;
import org.mockito.Mockito;
import org.mockito.invocation.InvocationOnMock;

/**
 * The diagrams of the platform on an engine that has nothing of it: no permissions, no forms, steps that answer at once. The
 * yardstick of {@link MainPathBench}; uses the tables of the platform's engine, so the platform is not used afterwards.
 */
final class BareEngine implements AutoCloseable {

    /** What makes a case of concrete take the straight way; everything else is true, empty or this text. */
    private static final Map<String, Object> ANSWERS = Map.of(
            "testerOf", "",
            "correct", "",
            "assign", "tester",
            "dueAt", "2099-01-01T00:00+08:00",
            "familyOf", "CONCRETE",
            "evaluate", "PASS",
            "review", "PASSED",
            "sign", "ISSUED");

    private static final Map<String, Class<?>> STEPS = Map.of(
            "commission", CommissionSteps.class,
            "sampling", SamplingSteps.class,
            "testing", TestingSteps.class,
            "reporting", ReportingSteps.class,
            "archive", ArchiveSteps.class);

    private final ProcessEngine engine;
    private final Map<String, Object> steps = new HashMap<>();

    BareEngine(DataSource database) throws IOException {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(database);
        configuration.setDatabaseType("mysql");
        configuration.setDatabaseSchemaUpdate("false");
        configuration.setHistory("full");
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new ShownInputs())));
        configuration.setJobExecutorActivate(false);
        configuration.setExpressionManager(new MockExpressionManager());
        engine = configuration.buildProcessEngine();
        STEPS.forEach((name, type) -> steps.put(
                name, Mockito.mock(type, Mockito.withSettings().stubOnly().defaultAnswer(BareEngine::answer))));
        var deployment = engine.getRepositoryService().createDeployment();
        BundledFiles.all().forEach((name, content) -> {
            if (!name.endsWith(".dmn")) {
                deployment.addInputStream(name, new ByteArrayInputStream(content));
            }
        });
        deployment.deploy();
    }

    /** One case from start to end. */
    void finish() {
        // Known to a thread at a time.
        steps.forEach(Mocks::register);
        String caseId = UUID.randomUUID().toString();
        engine.getRuntimeService()
                .startProcessInstanceByKey("commission-case", caseId, form().putValue("caseId", caseId));
        for (Task task = next(caseId); task != null; task = next(caseId)) {
            engine.getTaskService().complete(task.getId(), form());
        }
        new OwnSteps(engine).finish(caseId);
    }

    private Task next(String caseId) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(caseId)
                .singleResult();
    }

    private static org.camunda.bpm.engine.variable.VariableMap form() {
        return Variables.createVariables()
                .putValueTyped(
                        "form",
                        Variables.objectValue(new LinkedHashMap<>(), true).create());
    }

    private static Object answer(InvocationOnMock call) {
        Class<?> type = call.getMethod().getReturnType();
        if (ANSWERS.containsKey(call.getMethod().getName())) {
            return ANSWERS.get(call.getMethod().getName());
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == Map.class) {
            return new LinkedHashMap<String, Object>();
        }
        return type == List.class ? new java.util.ArrayList<>() : type == String.class ? "BJ01" : null;
    }

    @Override
    public void close() {
        engine.close();
    }
}
