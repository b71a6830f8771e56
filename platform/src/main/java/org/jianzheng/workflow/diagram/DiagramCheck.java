package org.jianzheng.workflow.diagram;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One diagram: what it is made of, what its expressions call, and that all of it is drawn. */
final class DiagramCheck {

    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static final Set<String> ELEMENTS = Set.of(
            "startEvent",
            "endEvent",
            "userTask",
            "serviceTask",
            "businessRuleTask",
            "callActivity",
            "subProcess",
            "exclusiveGateway",
            "parallelGateway",
            "boundaryEvent",
            "intermediateCatchEvent",
            "sequenceFlow");

    /** Whatever runs code of its own, keeps data of its own, or waits for somebody outside. */
    private static final Set<String> FORBIDDEN_ELEMENTS = Set.of(
            "script",
            "executionListener",
            "taskListener",
            "connector",
            "formData",
            "formProperty",
            "field",
            "multiInstanceLoopCharacteristics",
            "messageEventDefinition",
            "signalEventDefinition",
            "compensateEventDefinition",
            "conditionalEventDefinition");

    private static final Set<String> FORBIDDEN_ATTRIBUTES =
            Set.of("class", "delegateExpression", "type", "topic", "formKey", "formHandlerClass", "resource");

    private final Wiring wiring;
    private final String file;
    private final BpmnModelInstance model;

    DiagramCheck(Wiring wiring, String file, BpmnModelInstance model) {
        this.wiring = wiring;
        this.file = file;
        this.model = model;
    }

    void run() {
        process();
        elements(model.getDocument().getRootElement());
        model.getModelElementsByType(FlowElement.class).forEach(this::flowElement);
        model.getModelElementsByType(UserTask.class).forEach(this::userTask);
        model.getModelElementsByType(StartEvent.class).forEach(this::startEvent);
        model.getModelElementsByType(CallActivity.class).forEach(this::callActivity);
        model.getModelElementsByType(ExclusiveGateway.class).forEach(this::gateway);
        new FormUseCheck(wiring, file, model).run();
        new ServiceCheck(wiring, file, model).run();
    }

    private void process() {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            problem(file, "oneProcess");
            return;
        }
        Process process = processes.iterator().next();
        check(process.getId().equals(Wiring.fileKey(file)), process, "processKey", Wiring.fileKey(file));
        check(process.isExecutable(), process, "executable");
        check(isText(process.getName()), process, "name");
        check(isText(process.getCamundaHistoryTimeToLiveString()), process, "timeToLive");
    }

    /** Walks the XML itself, so that nothing is overlooked that the model has no class for. */
    private void elements(DomElement element) {
        String name = element.getLocalName();
        String id = element.getAttribute("id");
        if (FORBIDDEN_ELEMENTS.contains(name)) {
            problem(id == null ? element.getParentElement().getAttribute("id") : id, "forbidden", name);
        }
        for (String attribute : FORBIDDEN_ATTRIBUTES) {
            if (element.getAttribute(CAMUNDA, attribute) != null) {
                problem(id, "forbidden", "camunda:" + attribute);
            }
        }
        if (element.getAttribute("language") != null && name.equals("conditionExpression")) {
            problem(id, "forbidden", "language");
        }
        element.getChildElements().forEach(this::elements);
    }

    private void flowElement(FlowElement element) {
        String type = element.getElementType().getTypeName();
        check(ELEMENTS.contains(type), element, "forbidden", type);
        boolean drawn = element instanceof SequenceFlow
                ? model.getModelElementsByType(BpmnEdge.class).stream()
                        .anyMatch(edge -> edge.getBpmnElement() == element)
                : model.getModelElementsByType(BpmnShape.class).stream()
                        .anyMatch(shape -> shape.getBpmnElement() == element);
        check(drawn, element, "drawn");
        if (element instanceof SequenceFlow flow) {
            flow(flow);
        }
    }

    /** The engine goes by the flows; whoever reads a node goes by what it says of them. */
    private void flow(SequenceFlow flow) {
        boolean said = flow.getSource().getOutgoing().contains(flow)
                && flow.getTarget().getIncoming().contains(flow);
        boolean meant = model.getModelElementsByType(FlowNode.class).stream()
                .allMatch(node -> (node == flow.getSource()
                                || !node.getOutgoing().contains(flow))
                        && (node == flow.getTarget() || !node.getIncoming().contains(flow)));
        boolean inside = flow.getSource().getParentElement() == flow.getTarget().getParentElement();
        check(said && meant && inside, flow, "flowEnds");
        check(flow.getConditionExpression() == null || flow.getSource() instanceof ExclusiveGateway, flow, "chooses");
    }

    private void userTask(UserTask task) {
        check(isText(task.getName()), task, "name");
        check(isText(task.getCamundaCandidateGroups()) || isText(task.getCamundaAssignee()), task, "candidates");
    }

    private void startEvent(StartEvent start) {
        if (start.getCamundaFormRef() != null) {
            check(
                    start.getParentElement() instanceof Process process
                            && !process.getCamundaCandidateStarterGroupsList().isEmpty(),
                    start,
                    "starters");
        } else if (start.getParentElement() instanceof Process process) {
            // Tasklist would offer to start it with any variables.
            check(!process.isCamundaStartableInTasklist(), process, "startable");
        }
    }

    private void callActivity(CallActivity call) {
        check(isText(call.getName()), call, "name");
        check(
                call.getCalledElement() != null && wiring.hasProcess(call.getCalledElement()),
                call,
                "called",
                call.getCalledElement());
        check("deployment".equals(call.getCamundaCalledElementBinding()), call, "binding");
        List<CamundaIn> ins = extensions(call, CamundaIn.class).toList();
        check(
                ins.stream().anyMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey())),
                call,
                "businessKey");
        check(
                ins.stream().noneMatch(in -> in.getCamundaVariables() != null)
                        && extensions(call, CamundaOut.class).noneMatch(out -> out.getCamundaVariables() != null),
                call,
                "allVariables");
    }

    private void gateway(ExclusiveGateway gateway) {
        if (gateway.getOutgoing().size() > 1) {
            check(gateway.getDefault() != null, gateway, "default");
            check(
                    gateway.getOutgoing().stream()
                            .allMatch(flow -> flow == gateway.getDefault() || flow.getConditionExpression() != null),
                    gateway,
                    "condition");
        }
    }

    private static <T extends ModelElementInstance> Stream<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? Stream.empty()
                : element.getExtensionElements().getChildElementsByType(type).isEmpty()
                        ? nested(element, type)
                        : element.getExtensionElements().getChildElementsByType(type).stream();
    }

    private static <T extends ModelElementInstance> Stream<T> nested(BaseElement element, Class<T> type) {
        return element.getExtensionElements().getElements().stream()
                .flatMap(extension -> extension.getChildElementsByType(type).stream());
    }

    static boolean isText(String text) {
        return text != null && !text.isBlank();
    }

    private void check(boolean fine, BaseElement element, String code, Object... arguments) {
        if (!fine) {
            wiring.problem(new DiagramProblem(file, element.getId(), code, arguments));
        }
    }

    private void problem(String element, String code, Object... arguments) {
        wiring.problem(new DiagramProblem(file, element, code, arguments));
    }
}
