package org.jianzheng.workflow.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.Test;
import probe.MilestoneSteps;

/** Every kind of way that a diagram can lead: what is given on it counts, and only there. */
class MovesTest {

    private static final String DIAGRAM =
            """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="probe"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn"><process id="%s" isExecutable="true">%s</process></definitions>
            """;

    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();

    @Test
    void whatIsGivenOnOneOfTwoWaysIsNotGivenWhereTheyMeet() {
        draw(
                "way",
                flows("start>accept>xGo; xGo>take>xOn>witness>end; xGo>xOn").replace("#xGo>take#", condition("other")));
        assertThat(refused()).containsExactly("witness TAKEN");
    }

    @Test
    void whatIsGivenOnOneOfSeveralBranchesIsGivenWhereTheyJoin() {
        draw(
                "way",
                flows("start>pGo; pGo>take>witness>receive>pOn; pGo>accept>pOn; pOn>xIn; xIn>test>end; xIn>end2")
                        .replace("#xIn>test#", condition("receive")));
        assertThat(refused()).isEmpty();
    }

    @Test
    void aBranchDoesNotWaitForTheOther() {
        draw("way", flows("start>pGo; pGo>take>end; pGo>witness>end2"));
        assertThat(refused()).containsExactly("witness TAKEN");
    }

    @Test
    void whatTheNextStepTakesAwayIsGoneWhenTheCaseComesBack() {
        draw("way", flows("start>take>xAgain>witness>uLook>xBack; xBack>xAgain; xBack>end"));
        assertThat(refused()).containsExactly("witness TAKEN");
    }

    @Test
    void anAnswerGivesOnlyWhereTheGatewayAsksForIt() {
        String drawn = flows("start>accept>take>witness>receive>xIn; xIn>test>end; xIn>end2");
        draw("way", drawn.replace("#xIn>test#", condition("receive")));
        assertThat(refused()).isEmpty();
        draw("way", drawn.replace("#xIn>test#", condition("not receive")));
        assertThat(refused()).containsExactly("test RECEIVED");
        draw("way", drawn.replace("#xIn>test#", condition("other")));
        assertThat(refused()).containsExactly("test RECEIVED");
    }

    @Test
    void aTimerThatLeadsPastATaskLeadsPastWhatFollowsIt() {
        String drawn = flows("start>uTake>take>xOn>witness>end; bLate>xOn");
        draw("way", border(drawn, "bLate", "uTake", true));
        assertThat(refused()).containsExactly("witness TAKEN");
        draw("way", border(drawn, "bLate", "uTake", false));
        assertThat(refused()).containsExactly("witness TAKEN");
    }

    @Test
    void aTimerAfterwardsFindsWhatWasGiven() {
        draw("way", border(flows("start>take>uLook>end; bLate>witness>end2"), "bLate", "uLook", true));
        assertThat(refused()).isEmpty();
    }

    @Test
    void aTimerOfASubProcessMayCutItShort() {
        String inside = flows("start1>uTake>take>end1");
        draw("way", within(flows("start>inside>xOn>witness>end; bLate>xOn"), inside, "bLate"));
        assertThat(refused()).containsExactly("witness TAKEN");
        draw("way", within(flows("start>inside>witness>end; bLate>end2"), inside, "bLate"));
        assertThat(refused()).isEmpty();
    }

    @Test
    void anErrorEndsASubProcessOnlyWhereItIsCaught() {
        String inside = flows("start1>take>witness>receive>xIn; xIn>end1; xIn>error1")
                .replace("#xIn>end1#", condition("receive"));
        draw("way", within(flows("start>accept>inside>test>end; bError>end2"), inside, "bError"));
        assertThat(refused()).isEmpty();
        draw("way", within(flows("start>accept>inside>xOn>test>end; bError>xOn"), inside, "bError"));
        assertThat(refused()).containsExactly("test RECEIVED");
    }

    private static String within(String drawn, String inside, String event) {
        return border(drawn, event, "inside", true).replace("!inside", inside);
    }

    @Test
    void anEventSubProcessMayComeAtAnyTime() {
        String event = "<subProcess id='event' triggeredByEvent='true'>"
                + flows("start1>witness>end1").replace("!start1", "<timerEventDefinition/>") + "</subProcess>";
        draw("way", flows("start>uTake>take>uLook>end") + event);
        assertThat(refused()).containsExactly("witness TAKEN");
        draw("way", flows("start>take>uLook>end") + event);
        assertThat(refused()).isEmpty();
    }

    @Test
    void aCalledProcessGivesWhatItsEndsGive() {
        draw(
                "called",
                flows("start>take>witness>receive>xIn; xIn>end; xIn>end2").replace("#xIn>end#", condition("receive")));
        String drawn = flows("start>accept>call>xIn; xIn>test>end; xIn>end2");
        draw(
                "way",
                call(drawn, "called", "<camunda:out source=\"receive\" target=\"in\"/>")
                        .replace("#xIn>test#", condition("in")));
        assertThat(refused()).isEmpty();
        draw("way", call(drawn, "called", "").replace("#xIn>test#", condition("in")));
        assertThat(refused()).containsExactly("test RECEIVED");
    }

    @Test
    void whatACalledProcessNeedsIsThereBeforeTheCall() {
        draw("called", flows("start>witness>end"));
        draw("way", call(flows("start>take>call>end"), "called", ""));
        assertThat(refused()).isEmpty();
        draw("way", call(flows("start>call>end"), "called", ""));
        assertThat(refused()).containsExactly("witness TAKEN");
    }

    @Test
    void theEndOfAllIsTheEndOfTheOtherBranches() {
        String drawn = flows("start>pGo; pGo>uTake>witness>end; pGo>end2");
        draw("way", drawn.replace("!end2", "<terminateEventDefinition/>"));
        assertThat(refused()).isEmpty();
        draw("way", drawn);
        assertThat(refused()).containsExactly("witness TAKEN");
    }

    @Test
    void aProcessThatCallsItselfIsRefused() {
        draw("way", call(flows("start>call>end"), "way", ""));
        draw("begin", call(flows("start>call>end"), "way", ""));
        assertThat(refused()).containsExactly("call endless");
    }

    private List<String> refused() {
        List<String> refused = new ArrayList<>();
        MilestoneCheck.of(
                diagrams,
                StepsCatalogue.of(List.of(MilestoneSteps.class)),
                Beginnings.of(List.<Class<?>>of()),
                problem -> refused.add(problem.element() + " "
                        + (problem.arguments().length == 0 ? problem.code() : problem.arguments()[1])));
        return refused;
    }

    private void draw(String process, String elements) {
        String diagram =
                DIAGRAM.formatted(process, elements.replaceAll("#[^#]*#", "").replaceAll("!(start|end)\\w*", ""));
        diagrams.put(
                process, Bpmn.readModelFromStream(new ByteArrayInputStream(diagram.getBytes(StandardCharsets.UTF_8))));
    }

    /** {@code start>take>end; xGo>end2}: elements by the first letters of their names, and the flows between them. */
    private static String flows(String ways) {
        Set<String> nodes = new LinkedHashSet<>();
        List<String[]> flows = new ArrayList<>();
        for (String way : ways.split("; ")) {
            String[] names = way.split(">");
            nodes.addAll(List.of(names));
            for (int i = 1; i < names.length; i++) {
                flows.add(new String[] {names[i - 1], names[i]});
            }
        }
        return nodes.stream().map(node -> element(node, flows)).collect(Collectors.joining())
                + flows.stream().map(MovesTest::flow).collect(Collectors.joining());
    }

    private static String element(String id, List<String[]> flows) {
        String ends = flows.stream()
                        .filter(flow -> flow[1].equals(id))
                        .map(flow -> "<incoming>%s_%s</incoming>".formatted(flow[0], flow[1]))
                        .collect(Collectors.joining())
                + flows.stream()
                        .filter(flow -> flow[0].equals(id))
                        .map(flow -> "<outgoing>%s_%s</outgoing>".formatted(flow[0], flow[1]))
                        .collect(Collectors.joining());
        String last = flows.stream()
                .filter(flow -> flow[0].equals(id))
                .reduce((one, other) -> other)
                .map(flow -> flow[0] + "_" + flow[1])
                .orElse("");
        String form =
                switch (id.charAt(0) + (id.length() > 3 ? id.substring(1, 4) : "")) {
                    case "star" -> "<startEvent id='%1$s'>%2$s!%1$s</startEvent>";
                    case "bLat", "bErr" -> "<boundaryEvent id='%1$s' !%1$s>%2$s<timerEventDefinition/></boundaryEvent>";
                    case "insi" -> "<subProcess id='inside'>%2$s!inside</subProcess>";
                    case "call" -> "<callActivity id='call' calledElement='!call'>!out%2$s</callActivity>";
                    case "erro" -> "<endEvent id='%1$s'>%2$s<errorEventDefinition/></endEvent>";
                    default ->
                        switch (id.charAt(0)) {
                            case 'e' -> "<endEvent id='%1$s'>%2$s!%1$s</endEvent>";
                            case 'x' -> "<exclusiveGateway id='%1$s' default='%3$s'>%2$s</exclusiveGateway>";
                            case 'p' -> "<parallelGateway id='%1$s'>%2$s</parallelGateway>";
                            case 'u' -> "<userTask id='%1$s'>%2$s</userTask>";
                            default ->
                                "<serviceTask id='%1$s' camunda:expression='${mile.%1$s()}' camunda:resultVariable='%1$s'>%2$s</serviceTask>";
                        };
                };
        return form.formatted(id, ends, last);
    }

    private static String flow(String[] ends) {
        return "<sequenceFlow id=\"%1$s_%2$s\" sourceRef=\"%1$s\" targetRef=\"%2$s\">#%1$s>%2$s#</sequenceFlow>"
                .formatted(ends[0], ends[1]);
    }

    private static String condition(String variables) {
        return "<conditionExpression>${%s}</conditionExpression>".formatted(variables);
    }

    private static String border(String drawn, String event, String around, boolean ends) {
        return drawn.replace("!" + event, "attachedToRef='%s' cancelActivity='%s'".formatted(around, ends));
    }

    private static String call(String drawn, String process, String handed) {
        String out = handed.isEmpty() ? "" : "<extensionElements>" + handed + "</extensionElements>";
        return drawn.replace("!call", process).replace("!out", out);
    }
}
