package org.jianzheng.workflow.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jianzheng.workflow.task.CaseStep;
import org.springframework.stereotype.Component;

/** The diagrams a case has gone through, in the versions it ran, and where in them it is. */
@Component
public class CaseDiagrams {

    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\s*[$#]\\{[^}]*}\\s*");

    private final CaseQueries cases;
    private final RepositoryService repository;
    private final ActingPerson acting;

    CaseDiagrams(CaseQueries cases, RepositoryService repository, ActingPerson acting) {
        this.cases = cases;
        this.repository = repository;
        this.acting = acting;
    }

    /**
     * One process of the case.
     *
     * @param passed ids of elements and flows that were passed
     * @param running ids of elements where the case is now
     */
    public record Sheet(String process, String name, Set<String> passed, Set<String> running) {}

    /** In the order in which the case came to them. */
    public List<Sheet> of(List<CaseStep> steps) {
        Map<String, List<CaseStep>> byProcess = new LinkedHashMap<>();
        steps.forEach(step -> byProcess
                .computeIfAbsent(step.process(), key -> new ArrayList<>())
                .add(step));
        return byProcess.values().stream().map(this::sheet).toList();
    }

    private Sheet sheet(List<CaseStep> steps) {
        Set<String> running = new TreeSet<>();
        Set<String> passed = new TreeSet<>();
        for (CaseStep step : steps) {
            if (step.running()) {
                running.add(step.step());
            } else if (!step.canceled()) {
                passed.add(step.step());
            }
        }
        passed.removeAll(running);
        CaseStep newest = newest(steps);
        passed.addAll(flows(newest.definitionId(), steps));
        return new Sheet(newest.process(), newest.processName(), passed, running);
    }

    private static CaseStep newest(List<CaseStep> steps) {
        return steps.stream().max(Comparator.comparing(CaseStep::since)).orElseThrow();
    }

    /**
     * Flows that were taken. The engine keeps no record of them, but of the order of its steps: a step was reached from that
     * of its possible predecessors which was passed last before it. (Both ends having been passed proves nothing: the way
     * back of a loop has both.)
     */
    private Set<String> flows(String definitionId, List<CaseStep> steps) {
        BpmnModelInstance model = acting.asPlatform(() -> repository.getBpmnModelInstance(definitionId));
        Set<String> flows = new TreeSet<>();
        Map<String, Integer> passedAt = new HashMap<>();
        for (int at = 0; at < steps.size(); at++) {
            CaseStep step = steps.get(at);
            if (model.getModelElementById(step.step()) instanceof FlowNode node) {
                node.getIncoming().stream()
                        .filter(flow -> passedAt.containsKey(source(flow)))
                        .max(Comparator.comparing(flow -> passedAt.get(source(flow))))
                        .ifPresent(flow -> flows.add(flow.getId()));
            }
            if (!step.running()) {
                passedAt.put(step.step(), at);
            }
        }
        return flows;
    }

    private static String source(SequenceFlow flow) {
        return flow.getSource().getId();
    }

    /** The diagram of that process as the case runs it; names without their variables. Empty if it never came there. */
    public Optional<String> xml(String caseId, String process) {
        return cases.steps(caseId).stream()
                .filter(step -> step.process().equals(process))
                .max(Comparator.comparing(CaseStep::since))
                .map(step -> plainNames(read(step.definitionId())));
    }

    private String read(String definitionId) {
        return acting.asPlatform(() -> {
            try (InputStream model = repository.getProcessModel(definitionId)) {
                return new String(model.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String plainNames(String xml) {
        return NAME.matcher(xml)
                .replaceAll(match -> Matcher.quoteReplacement("name=\"" + plainName(match.group(1)) + "\""));
    }

    /** {@code 收样 ${sampleNo}} is {@code 收样} in a diagram. */
    static String plainName(String name) {
        return name == null ? "" : EXPRESSION.matcher(name).replaceAll(" ").strip();
    }
}
