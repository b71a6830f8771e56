package org.jianzheng.workflow.diagram;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jianzheng.workflow.engine.StartForms;
import org.jianzheng.workflow.form.FormContract;
import org.jianzheng.workflow.form.FormReference;

/** The forms of one diagram: each is of the same deployment, and is given what it shows. */
final class FormUseCheck {

    /** The input mapping whose map is shown entry by entry. */
    private static final String MAP = "form";

    private final Wiring wiring;
    private final String file;
    private final BpmnModelInstance model;

    FormUseCheck(Wiring wiring, String file, BpmnModelInstance model) {
        this.wiring = wiring;
        this.file = file;
        this.model = model;
    }

    void run() {
        model.getModelElementsByType(UserTask.class).forEach(this::userTask);
        model.getModelElementsByType(StartEvent.class).forEach(this::startEvent);
        model.getModelElementsByType(CamundaInputParameter.class).stream()
                .filter(input -> MAP.equals(input.getCamundaName()))
                .forEach(this::map);
    }

    private void userTask(UserTask task) {
        check("deployment".equals(task.getCamundaFormRefBinding()), task, "binding");
        FormReference form = new FormReference(task.getId(), task.getCamundaFormRef());
        Set<String> forms = wiring.forms(form);
        forms.forEach(id -> form(task, id, inputs(task)));
        if (form.variable().isEmpty()) {
            check(task.getId().equals(task.getCamundaFormRef()), task, "formRef");
            return;
        }
        check(!forms.isEmpty(), task, "frameEmpty", form.frame());
        new GivenFormCheck(wiring, file, model).run(task, form.variable().get(), form.frame());
    }

    private void startEvent(StartEvent start) {
        if (start.getCamundaFormRef() != null) {
            check("deployment".equals(start.getCamundaFormRefBinding()), start, "binding");
            form(start, start.getCamundaFormRef(), StartForms.shown(start).keySet());
        }
    }

    /** A map is trusted to hold what the form reads: a test opens the forms of real cases. */
    private void form(BaseElement owner, String id, Set<String> shown) {
        FormContract form = wiring.useForm(id);
        if (form == null) {
            wiring.problem(new DiagramProblem(file, owner.getId(), "formMissing", id));
            return;
        }
        Set<String> unknown =
                form.reads().stream().filter(name -> !shown.contains(name)).collect(Collectors.toSet());
        boolean mapped = owner instanceof UserTask && shown.contains(MAP);
        check(unknown.isEmpty() || mapped, owner, "formReads", id, unknown);
    }

    private void map(CamundaInputParameter input) {
        boolean isMap = Expressions.soleCall(input.getTextContent())
                .flatMap(call -> wiring.steps()
                        .find(call.module(), call.step(), call.arguments().size()))
                .filter(step -> step.getReturnType() == Map.class)
                .isPresent();
        BaseElement owner = owner(input);
        check(isMap && owner instanceof UserTask, owner, "formMap", input.getTextContent());
    }

    private static BaseElement owner(ModelElementInstance extension) {
        ModelElementInstance element = extension.getParentElement();
        return element instanceof BaseElement owner ? owner : owner(element);
    }

    private static Set<String> inputs(UserTask task) {
        return task.getExtensionElements() == null
                ? Set.of()
                : task.getExtensionElements().getChildElementsByType(CamundaInputOutput.class).stream()
                        .map(CamundaInputOutput::getCamundaInputParameters)
                        .flatMap(Collection::stream)
                        .map(CamundaInputParameter::getCamundaName)
                        .collect(Collectors.toSet());
    }

    private void check(boolean fine, BaseElement element, String code, Object... arguments) {
        if (!fine) {
            wiring.problem(new DiagramProblem(file, element.getId(), code, arguments));
        }
    }
}
