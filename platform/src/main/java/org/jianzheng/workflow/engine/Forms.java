package org.jianzheng.workflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.workflow.form.FormContract;
import org.springframework.stereotype.Component;

/** The forms of the deployed diagrams: what each may send, and what it may show. */
@Component
public class Forms {

    /** Definitions never change, so what was read once holds. */
    private final Map<String, DeployedForm> read = new ConcurrentHashMap<>();

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final ActingPerson acting;

    Forms(RepositoryService repository, RuntimeService runtime, ActingPerson acting) {
        this.repository = repository;
        this.runtime = runtime;
        this.acting = acting;
    }

    /**
     * @param shown names of the task's input mappings: all that the form may show
     * @param byName whether the diagram gives the task to one person by name
     */
    record DeployedForm(FormContract contract, Set<String> shown, boolean byName) {}

    DeployedForm of(Task task) {
        return of(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
    }

    /** The form of a start event that has one. */
    DeployedForm ofStart(String definitionId) {
        return of(definitionId, startEvent(definitionId).getId());
    }

    /** The process's start event that has a form, else its first. */
    StartEvent startEvent(String definitionId) {
        return acting
                .asPlatform(() -> repository.getBpmnModelInstance(definitionId))
                .getModelElementsByType(StartEvent.class)
                .stream()
                .max(Comparator.comparing(event -> event.getCamundaFormRef() != null))
                .orElseThrow();
    }

    /** The start form as it was deployed. */
    @SuppressWarnings("unchecked")
    Map<String, Object> startJson(String definitionId) {
        String form = startEvent(definitionId).getCamundaFormRef();
        if (form == null) {
            throw new NotFound("workflow.start.noForm");
        }
        return acting.asPlatform(() -> {
            String deployment = repository.getProcessDefinition(definitionId).getDeploymentId();
            try {
                return (Map<String, Object>) PlainValues.parse(text(deployment, form));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the form " + form + " is no JSON", e);
            }
        });
    }

    /** The variables the task's form shows, as plain values: its input mappings, which live in its execution, and nothing else. */
    public Map<String, Object> shown(Task task) {
        Set<String> names = of(task).shown();
        Map<String, Object> values = new TreeMap<>();
        if (!names.isEmpty()) {
            VariableMap kept =
                    acting.asPlatform(() -> runtime.getVariablesLocalTyped(task.getExecutionId(), names, false));
            kept.keySet().forEach(name -> values.put(name, PlainValues.toPlain(kept.getValueTyped(name))));
        }
        return values;
    }

    private DeployedForm of(String definitionId, String elementId) {
        return read.computeIfAbsent(
                definitionId + "#" + elementId, key -> acting.asPlatform(() -> read(definitionId, elementId)));
    }

    private DeployedForm read(String definitionId, String elementId) {
        BaseElement element = repository.getBpmnModelInstance(definitionId).getModelElementById(elementId);
        String form = element instanceof UserTask task
                ? task.getCamundaFormRef()
                : element instanceof StartEvent start ? start.getCamundaFormRef() : null;
        String deployment = repository.getProcessDefinition(definitionId).getDeploymentId();
        boolean byName = element instanceof UserTask task && task.getCamundaAssignee() != null;
        return new DeployedForm(
                form == null ? FormContract.NOTHING : contract(deployment, form), inputs(element), byName);
    }

    private FormContract contract(String deployment, String form) {
        return FormContract.read(text(deployment, form));
    }

    private String text(String deployment, String form) {
        String resource = repository.getDeploymentResourceNames(deployment).stream()
                .filter(name -> name.endsWith("/" + form + ".form"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the deployment brings no form " + form));
        try (InputStream text = repository.getResourceAsStream(deployment, resource)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> inputs(BaseElement element) {
        if (element == null || element.getExtensionElements() == null) {
            return Set.of();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaInputOutput.class).list().stream()
                .flatMap(mapping -> mapping.getCamundaInputParameters().stream())
                .map(CamundaInputParameter::getCamundaName)
                .collect(Collectors.toUnmodifiableSet());
    }
}
