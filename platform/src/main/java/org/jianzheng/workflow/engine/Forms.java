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
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.form.FormContract;
import org.jianzheng.workflow.form.FormReference;
import org.springframework.stereotype.Component;

/** The forms of the deployed diagrams: what each may send, and what it may show. */
@Component
public class Forms {

    /** Definitions never change, so what was read once holds. */
    private final Map<String, AskingElement> elements = new ConcurrentHashMap<>();

    private final Map<String, FormContract> contracts = new ConcurrentHashMap<>();

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
     */
    record DeployedForm(FormContract contract, Set<String> shown) {}

    /** What the diagram says of a user task or a start event. */
    private record AskingElement(String deployment, FormReference form, Set<String> shown, boolean byName) {}

    /** @throws RuleBroken when a variable names its form, and names none that belongs to the task */
    DeployedForm of(Task task) {
        AskingElement element = element(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        FormReference form = element.form();
        return form(
                element,
                form.variable()
                        .map(name -> form.given(variable(task, name)))
                        .or(form::literal)
                        .orElse(null));
    }

    /** Whether the diagram gives the task to one person by name. */
    boolean isByName(Task task) {
        return element(task.getProcessDefinitionId(), task.getTaskDefinitionKey())
                .byName();
    }

    /** The form of a start event that has one. */
    DeployedForm ofStart(String definitionId) {
        AskingElement element = element(definitionId, startEvent(definitionId).getId());
        return form(element, element.form().literal().orElse(null));
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

    private AskingElement element(String definitionId, String elementId) {
        return elements.computeIfAbsent(
                definitionId + "#" + elementId, key -> acting.asPlatform(() -> read(definitionId, elementId)));
    }

    private AskingElement read(String definitionId, String elementId) {
        BaseElement element = repository.getBpmnModelInstance(definitionId).getModelElementById(elementId);
        String form = element instanceof UserTask task
                ? task.getCamundaFormRef()
                : element instanceof StartEvent start ? start.getCamundaFormRef() : null;
        String deployment = repository.getProcessDefinition(definitionId).getDeploymentId();
        boolean byName = element instanceof UserTask task && task.getCamundaAssignee() != null;
        return new AskingElement(deployment, new FormReference(elementId, form), inputs(element), byName);
    }

    private DeployedForm form(AskingElement element, String form) {
        FormContract contract = form == null
                ? FormContract.NOTHING
                : contracts.computeIfAbsent(
                        element.deployment() + "#" + form,
                        key -> acting.asPlatform(() -> FormContract.read(text(element.deployment(), form))));
        return new DeployedForm(contract, element.shown());
    }

    private Object variable(Task task, String name) {
        return acting.asPlatform(() -> runtime.getVariable(task.getExecutionId(), name));
    }

    /** @throws RuleBroken when the deployment has no such form */
    private String text(String deployment, String form) {
        String resource = repository.getDeploymentResourceNames(deployment).stream()
                .filter(name -> name.endsWith("/" + form + ".form"))
                .findFirst()
                .orElseThrow(() -> FormReference.unknown(form));
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
