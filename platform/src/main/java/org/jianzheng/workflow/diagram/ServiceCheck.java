package org.jianzheng.workflow.diagram;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jianzheng.workflow.form.FormReference;

/** The expressions of one diagram, and where the filled-in form is used. */
final class ServiceCheck {

    private static final Set<String> RESERVED = Set.of("form", "caseId");

    private final Wiring wiring;
    private final String file;
    private final BpmnModelInstance model;

    ServiceCheck(Wiring wiring, String file, BpmnModelInstance model) {
        this.wiring = wiring;
        this.file = file;
        this.model = model;
    }

    void run() {
        expressions(model.getDocument().getRootElement(), null);
        model.getModelElementsByType(ServiceTask.class).forEach(this::serviceTask);
        model.getModelElementsByType(BusinessRuleTask.class).forEach(this::ruleTask);
        model.getModelElementsByType(UserTask.class).forEach(this::formIsRecorded);
        model.getModelElementsByType(BoundaryEvent.class)
                .forEach(event -> check(!event.cancelActivity() || isJudged(event), event.getId(), "interrupting"));
    }

    /** Every attribute and every text, wherever it stands. */
    private void expressions(DomElement element, String owner) {
        String id = element.getAttribute("id") == null ? owner : element.getAttribute("id");
        texts(element).forEach(text -> expression(text, id));
        element.getChildElements().forEach(child -> expressions(child, id));
    }

    /** What may be an expression in an element, not in those within. */
    static List<String> texts(DomElement element) {
        Stream<String> attributes = ATTRIBUTES.stream()
                .flatMap(name -> Stream.of(element.getAttribute(name), element.getAttribute(DiagramCheck.CAMUNDA, name))
                        .filter(Objects::nonNull));
        return element.getChildElements().isEmpty()
                ? Stream.concat(attributes, Stream.of(element.getTextContent())).toList()
                : attributes.toList();
    }

    private static final List<String> ATTRIBUTES = List.of(
            "name",
            "expression",
            "assignee",
            "candidateGroups",
            "candidateUsers",
            "dueDate",
            "followUpDate",
            "priority",
            "jobPriority",
            "taskPriority",
            "calledElement",
            "calledElementVersion",
            "calledElementTenantId",
            "calledElementVersionTag",
            "caseRef",
            "businessKey",
            "sourceExpression",
            "value",
            "source",
            "target",
            "collection",
            "decisionRef",
            "formRef",
            "candidateStarterGroups");

    private void expression(String text, String id) {
        if (!Expressions.isExpression(text)) {
            return;
        }
        for (String body : Expressions.bodies(text)) {
            check(Expressions.isSimple(body), id, "expression", text.strip());
            Expressions.calls(body).forEach(call -> call(call, id));
        }
    }

    private void call(Expressions.Call call, String id) {
        int arity = call.arguments().size();
        Optional<Method> step = wiring.steps().find(call.module(), call.step(), arity);
        check(step.isPresent(), id, "step", call.module() + "." + call.step(), arity);
        step.ifPresent(method -> check(StepsCatalogue.isPlain(method), id, "plain", method.toGenericString()));
        wiring.used(call.module(), call.step(), arity);
    }

    private void serviceTask(ServiceTask task) {
        check(DiagramCheck.isText(task.getName()), task.getId(), "name");
        Optional<Expressions.Call> sole = Expressions.soleCall(task.getCamundaExpression());
        check(sole.isPresent(), task.getId(), "oneStep");
        sole.ifPresent(call -> {
            check(task.getId().matches(call.step() + "(_\\d+)?"), task.getId(), "taskId", call.step());
            check(!call.arguments().contains("form") || followsForm(task), task.getId(), "formAfterTask");
        });
        check(!RESERVED.contains(String.valueOf(task.getCamundaResultVariable())), task.getId(), "reserved");
    }

    /** A timer may fire late or be pushed by hand: only a step that looks at the clock itself may take a task away. */
    private static boolean isJudged(BoundaryEvent event) {
        return event.getOutgoing().stream().map(SequenceFlow::getTarget).allMatch(ServiceTask.class::isInstance);
    }

    /** What was typed lives in the completing transaction only: its step comes directly after, nothing asynchronous between. */
    private static boolean followsForm(ServiceTask task) {
        return !task.isCamundaAsyncBefore()
                && task.getIncoming().stream().map(SequenceFlow::getSource).allMatch(ServiceCheck::bringsForm);
    }

    private static boolean bringsForm(FlowNode before) {
        boolean asks = before instanceof UserTask
                || (before instanceof StartEvent start && (hasForm(start) || hasPage(start)));
        return asks && !before.isCamundaAsyncAfter();
    }

    private static boolean hasForm(StartEvent start) {
        return start.getCamundaFormRef() != null;
    }

    /** Somebody may start it, though not in Tasklist: what a page of ours has asked comes along as the form. */
    private static boolean hasPage(StartEvent start) {
        return start.getParentElement() instanceof Process process
                && !process.isCamundaStartableInTasklist()
                && DiagramCheck.isText(process.getCamundaCandidateStarterGroups());
    }

    /** A form that asks for something is followed by the step that records it, else what was typed would be lost. */
    private void formIsRecorded(UserTask task) {
        boolean asks = wiring.forms(new FormReference(task.getId(), task.getCamundaFormRef())).stream()
                .anyMatch(form -> !wiring.keys(form).isEmpty());
        boolean recorded =
                task.getOutgoing().stream().map(SequenceFlow::getTarget).allMatch(ServiceCheck::takesForm);
        check(!asks || recorded, task.getId(), "formLost");
    }

    private static boolean takesForm(FlowNode next) {
        return next instanceof ServiceTask task
                && Expressions.bodies(task.getCamundaExpression()).stream()
                        .flatMap(body -> Expressions.calls(body).stream())
                        .anyMatch(call -> call.arguments().contains("form"));
    }

    private void ruleTask(BusinessRuleTask task) {
        check(
                wiring.hasDecision(String.valueOf(task.getCamundaDecisionRef())),
                task.getId(),
                "decision",
                task.getCamundaDecisionRef());
        check("deployment".equals(task.getCamundaDecisionRefBinding()), task.getId(), "binding");
    }

    private void check(boolean fine, String element, String code, Object... arguments) {
        if (!fine) {
            wiring.problem(new DiagramProblem(file, element, code, arguments));
        }
    }
}
