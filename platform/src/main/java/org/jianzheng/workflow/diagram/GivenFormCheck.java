package org.jianzheng.workflow.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jianzheng.workflow.step.GivesForm;

/**
 * A user task whose form a variable names: a Step that gives forms of the task's frame has set the variable on every way
 * there, and nothing else in the diagram sets it.
 */
final class GivenFormCheck {

    /** Attributes that name a variable the engine sets. */
    private static final List<String> SETTING = List.of(
            "resultVariable",
            "initiator",
            "errorCodeVariable",
            "errorMessageVariable",
            "escalationCodeVariable",
            "elementVariable");

    private final Wiring wiring;
    private final String file;
    private final BpmnModelInstance model;

    GivenFormCheck(Wiring wiring, String file, BpmnModelInstance model) {
        this.wiring = wiring;
        this.file = file;
        this.model = model;
    }

    void run(UserTask task, String variable, String frame) {
        Set<FlowNode> givers = new HashSet<>();
        model.getModelElementsByType(ServiceTask.class).stream()
                .filter(step -> variable.equals(step.getCamundaResultVariable()))
                .filter(step -> frame.equals(frame(step).orElse(null)))
                .forEach(givers::add);
        setters(model.getDocument().getRootElement(), null, variable)
                .filter(id -> givers.stream().noneMatch(giver -> giver.getId().equals(id)))
                .forEach(id -> problem(task, "formSetter", variable, frame, id));
        if (wiring.hands(Wiring.fileKey(file), variable)) {
            problem(task, "formSetter", variable, frame, "camunda:in");
        }
        if (reachesStart(task, givers)) {
            problem(task, "formUnset", variable);
        }
    }

    /** The frame of which the Step gives forms. */
    private Optional<String> frame(ServiceTask task) {
        return Expressions.bodies(task.getCamundaExpression()).stream()
                .flatMap(body -> Expressions.calls(body).stream())
                .flatMap(call -> wiring
                        .steps()
                        .find(call.module(), call.step(), call.arguments().size())
                        .stream())
                .flatMap(step -> Stream.ofNullable(step.getAnnotation(GivesForm.class)))
                .map(GivesForm::value)
                .findFirst();
    }

    /** Ids of the elements that set the variable, whatever kind they are. */
    private static Stream<String> setters(DomElement element, String owner, String variable) {
        String id = element.getAttribute("id") == null ? owner : element.getAttribute("id");
        String name = element.getLocalName();
        boolean maps = (name.equals("inputParameter") || name.equals("outputParameter"))
                && variable.equals(element.getAttribute("name"));
        boolean takes = name.equals("out") && variable.equals(element.getAttribute("target"));
        boolean sets = SETTING.stream()
                .anyMatch(attribute -> variable.equals(element.getAttribute(DiagramCheck.CAMUNDA, attribute)));
        Stream<String> own = maps || takes || sets ? Stream.of(String.valueOf(id)) : Stream.empty();
        return Stream.concat(own, element.getChildElements().stream().flatMap(child -> setters(child, id, variable)));
    }

    /** Whether a way leads from a start to the task by no giver; walked backwards. */
    private boolean reachesStart(UserTask task, Set<FlowNode> givers) {
        Set<FlowNode> passed = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of((FlowNode) task));
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (node instanceof StartEvent && !isPlain(node.getParentElement())) {
                return true;
            }
            before(node)
                    .filter(one -> !givers.contains(one))
                    .filter(passed::add)
                    .forEach(open::push);
        }
        return false;
    }

    /** A sub-process that is entered by a flow; one that an event starts may begin at any moment. */
    private static boolean isPlain(Object parent) {
        return parent instanceof SubProcess around && !around.triggeredByEvent();
    }

    /** What may have been passed last. An event may come before anything of what it stands on was done. */
    private Stream<FlowNode> before(FlowNode node) {
        if (node instanceof StartEvent) {
            return sources((SubProcess) node.getParentElement());
        }
        return sources(node instanceof BoundaryEvent event ? event.getAttachedTo() : node);
    }

    /** By the flows themselves, as the engine goes, not by what a node says of them. */
    private Stream<FlowNode> sources(FlowNode node) {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> flow.getTarget() == node)
                .map(SequenceFlow::getSource)
                .flatMap(source -> source instanceof SubProcess inside ? ends(inside) : Stream.of(source));
    }

    private Stream<FlowNode> ends(SubProcess inside) {
        return inside.getChildElementsByType(FlowNode.class).stream()
                .filter(node -> model.getModelElementsByType(SequenceFlow.class).stream()
                        .noneMatch(flow -> flow.getSource() == node))
                .flatMap(node -> node instanceof SubProcess deeper ? ends(deeper) : Stream.of(node));
    }

    private void problem(UserTask task, String code, Object... arguments) {
        wiring.problem(new DiagramProblem(file, task.getId(), code, arguments));
    }
}
