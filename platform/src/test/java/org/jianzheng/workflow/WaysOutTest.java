package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.workflow.form.FormReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No user task is a dead end: it can go back or out by a choice of its form, and to another person, because a group may take
 * it over. A new task needs its line here.
 */
class WaysOutTest {

    /**
     * The door of a task.
     *
     * @param task its id; or {@code process/end}: where a called process ended
     * @param field of its form; empty where any submission takes it there
     * @param choice in that field
     * @param to task, end or called process, reached without another task between
     */
    record Door(String task, String field, String choice, String to) {}

    private static final List<Door> DOORS = List.of(
            new Door("acceptCommission", "decision", "REFUSE", "correctCommission"),
            new Door("correctCommission", "decision", "WITHDRAW", "withdrawn"),
            new Door("takeSample", "decision", "GIVE_UP", "notTaken"),
            new Door("sampling/notTaken", "", "", "decideAfterRefusal"),
            new Door("witnessSample", "decision", "OBJECT", "takeSample"),
            new Door("witnessSample", "decision", "CANNOT", "takeSample"),
            new Door("decideLateRecord", "decision", "REFUSE", "takeSample"),
            new Door("receiveSample", "decision", "REFUSE", "refused"),
            new Door("sampling/refused", "", "", "decideAfterRefusal"),
            new Door("decideAfterRefusal", "decision", "WITHDRAW", "givenUp"),
            new Door("assignTest", "decision", "STOP", "stopped"),
            new Door("testing/stopped", "", "", "decideAfterStop"),
            new Door("decideAfterStop", "decision", "WITHDRAW", "testWithdrawn"),
            new Door("record", "decision", "RETURN", "assignTest"),
            new Door("decideReferred", "conclusion", "RETURN", "assignTest"),
            new Door("reviewReport", "decision", "RETURN", "returned"),
            new Door("signReport", "decision", "RETURN", "returned"),
            new Door("reporting/returned", "", "", "testing"),
            // The receipts only say that one knows; what is wrong with the result is disputed in the plan.
            new Door("confirmDeveloper", "", "", "planTreatment"),
            new Door("confirmContractor", "", "", "planTreatment"),
            new Door("confirmSupervision", "", "", "planTreatment"),
            new Door("planTreatment", "", "", "decideDispute"),
            new Door("reviewPlan", "decision", "RETURN", "planTreatment"),
            new Door("reportCompletion", "", "", "checkTreatment"),
            new Door("checkTreatment", "decision", "PASS", "closeLoop"),
            new Door("closeLoop", "decision", "WITHDRAW", "withdrawn"),
            new Door("decideDispute", "decision", "WITHDRAW", "withdrawn"),
            new Door("commissionRetest", "", "", "planTreatment"),
            new Door("explainBreach", "", "", "decideBreach"),
            new Door("decideBreach", "decision", "DISMISS", "closed"),
            new Door("answerDecision", "answer", "APPEAL", "decideAppeal"),
            new Door("decideAppeal", "ruling", "REVERSE", "closed"),
            new Door("correctBreach", "", "", "checkBreach"),
            new Door("checkBreach", "decision", "RETURN", "correctBreach"),
            new Door("checkBreach", "decision", "PASS", "closed"),
            new Door("decideRegistration", "decision", "REFUSE", "correctRegistration"),
            new Door("correctRegistration", "decision", "WITHDRAW", "withdrawn"),
            new Door("answerCredit", "decision", "APPEAL", "decideCreditAppeal"),
            new Door("decideCreditAppeal", "decision", "DISMISS", "reversed"),
            new Door("renewExpiring", "answer", "STOPPED", "answered"),
            new Door("correction-approval/notRequested", "", "", "kept"),
            new Door("correction-approval/refused", "", "", "kept"),
            new Door("correction-approval/notConsented", "", "", "kept"),
            new Door("correction-approval/rejected", "", "", "kept"),
            new Door("requestCorrection", "decision", "REFUSE", "notRequested"),
            new Door("approveCorrection", "decision", "REFUSE", "refused"),
            new Door("consentCorrection", "decision", "REFUSE", "notConsented"),
            new Door("decideCorrection", "decision", "REFUSE", "rejected"));

    private static final Map<String, byte[]> FILES = BundledFiles.all();
    private static final List<BpmnModelInstance> DIAGRAMS = FILES.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".bpmn"))
            .map(file -> Bpmn.readModelFromStream(new ByteArrayInputStream(file.getValue())))
            .toList();

    static Stream<String> tasks() {
        return DIAGRAMS.stream()
                .flatMap(diagram -> diagram.getModelElementsByType(UserTask.class).stream())
                .map(UserTask::getId)
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskMayBeTakenOverByAnother(String id) {
        assertThat(task(id).getCamundaCandidateGroups())
                .as("group whose members may take it over")
                .isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void aTaskLeadsByItsDoorsToAnEnd(String id) {
        Set<String> passed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(id));
        boolean ends = false;
        while (!ends && !open.isEmpty()) {
            String at = open.pop();
            List<Door> doors =
                    DOORS.stream().filter(door -> door.task().equals(at)).toList();
            assertThat(doors).as("ways out of %s", at).isNotEmpty();
            for (Door door : doors) {
                String process = processOf(at);
                ends |= isLastEnd(process, door.to());
                String next = onward(process, door.to());
                if (passed.add(next)) {
                    open.push(next);
                }
            }
        }
        assertThat(ends).as("%s comes to an end by way of %s", id, passed).isTrue();
    }

    @Test
    void theDoorsAreThoseOfTheFormsAndDiagrams() throws IOException {
        for (Door door : DOORS) {
            if (!door.field().isEmpty()) {
                assertThat(choices(door.task(), door.field()))
                        .as("%s.%s", door.task(), door.field())
                        .contains(door.choice());
            }
            assertThat(from(door.task())).as("%s leads to", door.task()).contains(door.to());
        }
    }

    /** An end of a process that no other calls. */
    private static boolean isLastEnd(String process, String to) {
        return isEnd(process, to) && callers(process).isEmpty();
    }

    private static String onward(String process, String to) {
        if (isEnd(process, to)) {
            return callers(process).isEmpty() ? "end" : process + "/" + to;
        }
        return to.equals("testing") ? "assignTest" : to;
    }

    private static boolean isEnd(String process, String to) {
        return diagram(process).getModelElementById(to) instanceof EndEvent;
    }

    private static String processOf(String at) {
        return at.contains("/")
                ? callers(at.substring(0, at.indexOf('/'))).get(0)
                : DIAGRAMS.stream()
                        .filter(diagram -> diagram.getModelElementById(at) instanceof UserTask)
                        .map(WaysOutTest::key)
                        .findFirst()
                        .orElseThrow();
    }

    private static List<String> callers(String process) {
        return calls(process)
                .map(call -> key((BpmnModelInstance) call.getModelInstance()))
                .distinct()
                .toList();
    }

    private static Stream<CallActivity> calls(String process) {
        return DIAGRAMS.stream()
                .flatMap(diagram -> diagram.getModelElementsByType(CallActivity.class).stream())
                .filter(call -> process.equals(call.getCalledElement()));
    }

    private static String key(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
                .iterator()
                .next()
                .getId();
    }

    private static BpmnModelInstance diagram(String process) {
        return DIAGRAMS.stream()
                .filter(diagram -> key(diagram).equals(process))
                .findFirst()
                .orElseThrow();
    }

    private static UserTask task(String id) {
        return DIAGRAMS.stream()
                .map(diagram -> diagram.getModelElementById(id))
                .filter(UserTask.class::isInstance)
                .map(UserTask.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** What is reached from it without another person's doing; a called process by its name. */
    private static Set<String> from(String at) {
        Set<String> reached = new HashSet<>();
        List<FlowNode> starts = at.contains("/")
                ? List.copyOf(calls(at.substring(0, at.indexOf('/'))).toList())
                : List.of(task(at));
        Set<FlowNode> passed = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(starts);
        while (!open.isEmpty()) {
            for (FlowNode next : after(open.pop())) {
                if (!passed.add(next)) {
                    continue;
                }
                if (next instanceof CallActivity call) {
                    reached.add(call.getCalledElement());
                } else if (next instanceof UserTask || isOutermost(next)) {
                    reached.add(next.getId());
                } else {
                    open.push(next);
                }
            }
        }
        return reached;
    }

    private static boolean isOutermost(FlowNode node) {
        return node instanceof EndEvent && !(node.getParentElement() instanceof SubProcess);
    }

    private static List<FlowNode> after(FlowNode node) {
        List<FlowNode> next = new ArrayList<>(node.getSucceedingNodes().list());
        if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess around) {
            next.addAll(around.getSucceedingNodes().list());
        }
        return next;
    }

    /** What whichever form the task has lets choose in that field. */
    private static List<String> choices(String task, String field) throws IOException {
        FormReference reference = new FormReference(task, task(task).getCamundaFormRef());
        List<String> common = null;
        for (Map.Entry<String, byte[]> form : BundledFiles.forms().entrySet()) {
            boolean its =
                    reference.literal().map(form.getKey()::equals).orElseGet(() -> reference.mayBe(form.getKey()));
            if (its) {
                Map<String, List<String>> choices = new HashMap<>();
                collect(new ObjectMapper().readTree(form.getValue()), choices);
                List<String> here = choices.getOrDefault(field, List.of());
                common = common == null
                        ? here
                        : common.stream().filter(here::contains).toList();
            }
        }
        return common;
    }

    private static void collect(JsonNode form, Map<String, List<String>> choices) {
        for (JsonNode component : form.path("components")) {
            List<String> values = new ArrayList<>();
            component
                    .path("values")
                    .forEach(value -> values.add(value.path("value").asText()));
            choices.put(component.path("key").asText(), values);
            collect(component, choices);
        }
    }
}
