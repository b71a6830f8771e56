package org.jianzheng.workflow.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.expression.PlainValues;
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
    private final ShownValues values;

    Forms(RepositoryService repository, RuntimeService runtime, ActingPerson acting, ShownValues values) {
        this.repository = repository;
        this.runtime = runtime;
        this.acting = acting;
        this.values = values;
    }

    /** What the diagram says of a user task or a start event. */
    private record AskingElement(String deployment, FormReference form, boolean byName) {}

    /** @throws RuleBroken when a variable names its form, and names none that belongs to the task */
    FormContract of(Task task) {
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

    /**
     * The form of a start event.
     *
     * @throws NotFound when it has none: what it begins is started elsewhere
     */
    FormContract ofStart(String definitionId) {
        AskingElement element = element(definitionId, startEvent(definitionId).getId());
        return form(element, element.form().literal().orElseThrow(() -> new NotFound("workflow.start.noForm")));
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

    /** What the task gives its form to show, as plain values, as it is at this moment and for whoever is acting. */
    public Map<String, Object> shown(Task task) {
        return values.of(task);
    }

    /** The same, of these variables at least. */
    Map<String, Object> shown(Task task, Set<String> wanted) {
        return values.of(task, wanted);
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
        return new AskingElement(deployment, new FormReference(elementId, form), byName);
    }

    private FormContract form(AskingElement element, String form) {
        if (form == null) {
            return FormContract.NOTHING;
        }
        return contracts.computeIfAbsent(
                element.deployment() + "#" + form,
                key -> acting.asPlatform(() -> FormContract.read(text(element.deployment(), form))));
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
}
