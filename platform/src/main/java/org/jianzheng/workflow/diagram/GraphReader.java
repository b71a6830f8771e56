package org.jianzheng.workflow.diagram;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TerminateEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jianzheng.workflow.diagram.Node.Call;
import org.jianzheng.workflow.diagram.Node.Exit;
import org.jianzheng.workflow.diagram.Node.Interruption;
import org.jianzheng.workflow.diagram.Node.Kind;
import org.jianzheng.workflow.diagram.Node.Work;

/** Makes a {@link Graph} of a diagram that the other checks have passed. */
final class GraphReader {

    private static final Set<String> NOT_ASKED = Stream.concat(
                    DiagramCheck.ELEMENTS.stream(), Stream.of("outputParameter"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern LITERAL = Pattern.compile("'([^']*)'");

    private final StepsCatalogue steps;
    private final String file;

    GraphReader(StepsCatalogue steps, String file) {
        this.steps = steps;
        this.file = file;
    }

    /** @param scope a process or a sub-process */
    Graph read(ModelElementInstance scope) {
        List<List<Exit>> begins = new ArrayList<>();
        Map<String, Node> nodes = new HashMap<>();
        Map<String, Node> targets = new HashMap<>();
        Set<String> slow = new HashSet<>();
        Map<Node, Boolean> events = new HashMap<>();
        for (FlowNode element : scope.getChildElementsByType(FlowNode.class)) {
            if (element instanceof StartEvent start) {
                begins.add(exits(start));
            } else if (!(element instanceof BoundaryEvent)) {
                Node node = node(element);
                nodes.put(node.id(), node);
                element.getIncoming().forEach(flow -> targets.put(flow.getId(), node));
                if (element instanceof SubProcess sub && sub.triggeredByEvent()) {
                    events.put(
                            node,
                            sub.getChildElementsByType(StartEvent.class).stream()
                                    .allMatch(StartEvent::isInterrupting));
                }
            }
            if (element.isCamundaAsyncAfter()) {
                element.getOutgoing().forEach(flow -> slow.add(flow.getId()));
            }
        }
        return new Graph(file, begins, nodes, targets, slow, events);
    }

    private Node node(FlowNode element) {
        boolean waits = element instanceof UserTask
                || element instanceof IntermediateCatchEvent
                || element.isCamundaAsyncBefore();
        List<BoundaryEvent> borders = element.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo() == element)
                .toList();
        return new Node(
                element.getId(),
                name(element),
                kind(element),
                waits,
                element.getIncoming().size(),
                exits(element),
                work(element, borders),
                borders.stream()
                        .map(event -> new Interruption(event.cancelActivity(), exits(event)))
                        .toList(),
                element instanceof CallActivity call ? call(call) : null,
                element instanceof SubProcess ? read(element) : null);
    }

    private static String name(FlowNode element) {
        String name = element.getName() == null
                ? ""
                : VARIABLE.matcher(element.getName()).replaceAll("").strip();
        return name.isEmpty() ? element.getId() : name;
    }

    private static Kind kind(FlowNode element) {
        if (element instanceof EndEvent) {
            boolean thrown =
                    !element.getChildElementsByType(ErrorEventDefinition.class).isEmpty();
            boolean all = !element.getChildElementsByType(TerminateEventDefinition.class)
                    .isEmpty();
            return thrown ? Kind.THROWN : all ? Kind.END_OF_ALL : Kind.END;
        }
        if (element instanceof ExclusiveGateway) {
            return Kind.CHOICE;
        }
        if (element instanceof ParallelGateway) {
            return Kind.FORK;
        }
        return element instanceof CallActivity || element instanceof SubProcess ? Kind.INSIDE : Kind.DOING;
    }

    private static List<Exit> exits(FlowNode element) {
        SequenceFlow last = element instanceof ExclusiveGateway gateway ? gateway.getDefault() : null;
        return element.getOutgoing().stream()
                .map(flow -> new Exit(
                        flow.getId(),
                        flow.getConditionExpression() == null
                                ? null
                                : new Condition(flow.getConditionExpression().getTextContent()),
                        flow == last))
                .toList();
    }

    private Work work(FlowNode element, List<BoundaryEvent> borders) {
        ServiceTask task = element instanceof ServiceTask service ? service : null;
        StepCall step = task == null ? null : sole(task.getCamundaExpression()).orElse(null);
        List<StepCall> asked = Stream.concat(Stream.of(element), borders.stream())
                .flatMap(each -> asked(each.getDomElement()).stream())
                .toList();
        Map<String, StepCall> outputs = new LinkedHashMap<>();
        extensions(element, CamundaInputOutput.class).stream()
                .flatMap(each -> each.getCamundaOutputParameters().stream())
                .forEach(output -> outputs.put(output.getCamundaName(), value(output)));
        return new Work(asked, step, task == null ? result(element) : task.getCamundaResultVariable(), outputs);
    }

    /** What a decision table answers nobody can foretell. */
    private static String result(FlowNode element) {
        return element.getAttributeValueNs(DiagramCheck.CAMUNDA, "resultVariable");
    }

    private StepCall value(CamundaOutputParameter output) {
        return sole(output.getTextContent()).orElse(null);
    }

    /** All that is called by the way; what is done here, set afterwards or inside is not. */
    private List<StepCall> asked(DomElement element) {
        String done = element.getAttribute(DiagramCheck.CAMUNDA, "expression");
        Stream<StepCall> own = ServiceCheck.texts(element).stream()
                .filter(text -> !text.equals(done))
                .flatMap(text -> calls(text).stream())
                .filter(StepCall::needs);
        Stream<StepCall> within = element.getChildElements().stream()
                .filter(child -> !NOT_ASKED.contains(child.getLocalName()))
                .flatMap(child -> asked(child).stream());
        return Stream.concat(own, within).toList();
    }

    private List<StepCall> calls(String text) {
        Set<String> literals =
                LITERAL.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
        return Expressions.bodies(text).stream()
                .flatMap(body -> Expressions.calls(body).stream())
                .flatMap(call ->
                        steps.find(call.module(), call.step(), call.arguments().size()).stream())
                .map(step -> new StepCall(StepRule.of(step), literals))
                .toList();
    }

    private Optional<StepCall> sole(String text) {
        return Expressions.soleCall(text).flatMap(call -> calls(text).stream().findFirst());
    }

    private static Call call(CallActivity call) {
        Map<String, String> in = new TreeMap<>();
        extensions(call, CamundaIn.class).stream()
                .filter(each -> each.getCamundaSource() != null)
                .forEach(each -> in.put(each.getCamundaTarget(), each.getCamundaSource()));
        Map<String, String> out = new TreeMap<>();
        extensions(call, CamundaOut.class).stream()
                .filter(each -> each.getCamundaTarget() != null)
                .forEach(each -> out.put(
                        each.getCamundaTarget(), each.getCamundaSource() == null ? "" : each.getCamundaSource()));
        return new Call(call.getCalledElement(), in, out);
    }

    private static <T extends ModelElementInstance> Collection<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements().getChildElementsByType(type);
    }
}
