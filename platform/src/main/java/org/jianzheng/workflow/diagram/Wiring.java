package org.jianzheng.workflow.diagram;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.xml.ModelException;
import org.jianzheng.workflow.form.FormContract;
import org.jianzheng.workflow.form.FormReference;

/**
 * Proves that the diagrams, forms and decisions of one deployment fit each other and the Steps: used by the wiring test,
 * before the bundle is deployed, and for whatever an administrator deploys.
 */
public final class Wiring {

    private final StepsCatalogue steps;
    private final DecisionUses uses;
    private final Map<String, FormContract> forms = new TreeMap<>();
    private final Map<String, BpmnModelInstance> diagrams = new TreeMap<>();
    private final Set<String> decisions = new TreeSet<>();
    private final Set<String> usedDecisions = new TreeSet<>();
    private final List<DiagramProblem> problems = new ArrayList<>();
    private final Set<String> usedSteps = new TreeSet<>();
    private final Set<String> usedForms = new TreeSet<>();

    /** @param resources content by name: {@code processes/sampling.bpmn}, {@code forms/sampling/takeSample.form} */
    public Wiring(Map<String, byte[]> resources, StepsCatalogue steps, DecisionUses uses, Beginnings beginnings) {
        this.steps = steps;
        this.uses = uses;
        resources.forEach(this::read);
        diagrams.forEach((name, model) -> new DiagramCheck(this, name, model).run());
        if (problems.isEmpty()) {
            MilestoneCheck.of(diagrams, steps, beginnings, this::problem);
        }
    }

    public List<DiagramProblem> problems() {
        return List.copyOf(problems);
    }

    /** Steps that a diagram should call and none does, as {@code module.step/arity}. */
    public Set<String> unusedSteps() {
        Set<String> unused = new TreeSet<>(steps.current());
        unused.removeAll(usedSteps);
        return unused;
    }

    /** Forms no task and no start event shows. */
    public Set<String> unusedForms() {
        Set<String> unused = new TreeSet<>(forms.keySet());
        unused.removeAll(usedForms);
        return unused;
    }

    /** Decisions neither a diagram nor a bean asks. */
    public Set<String> unusedDecisions() {
        Set<String> unused = new TreeSet<>(decisions);
        unused.removeAll(usedDecisions);
        unused.removeAll(uses.keys());
        return unused;
    }

    /** Decisions that beans ask and that are not among these files. */
    public Set<String> missingDecisions() {
        Set<String> missing = new TreeSet<>(uses.keys());
        missing.removeAll(decisions);
        return missing;
    }

    private void read(String name, byte[] content) {
        try {
            if (name.endsWith(".bpmn")) {
                diagrams.put(name, Bpmn.readModelFromStream(new ByteArrayInputStream(content)));
            } else if (name.endsWith(".form")) {
                form(name, FormContract.read(new String(content, StandardCharsets.UTF_8)));
            } else if (name.endsWith(".dmn")) {
                decisions.add(fileKey(name));
                new DecisionCheck(this, name, Dmn.readModelFromStream(new ByteArrayInputStream(content))).run();
            } else {
                problem(new DiagramProblem(name, name, "resource"));
            }
        } catch (ModelException | IllegalArgumentException unreadable) {
            problem(new DiagramProblem(name, name, "unreadable", unreadable.getMessage()));
        }
    }

    private void form(String name, FormContract form) {
        if (!form.id().equals(fileKey(name))) {
            problem(new DiagramProblem(name, form.id(), "formId", fileKey(name)));
        }
        if (form.keys().contains("caseId") || form.keys().contains("form")) {
            problem(new DiagramProblem(name, form.id(), "formKeys"));
        }
        if (forms.put(form.id(), form) != null) {
            problem(new DiagramProblem(name, form.id(), "formTwice"));
        }
    }

    static String fileKey(String name) {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    void problem(DiagramProblem problem) {
        problems.add(problem);
    }

    StepsCatalogue steps() {
        return steps;
    }

    void used(String module, String step, int arity) {
        usedSteps.add(StepsCatalogue.name(module, step, arity));
    }

    /** The form of that id, or null. */
    FormContract useForm(String id) {
        usedForms.add(id);
        return forms.get(id);
    }

    /** Ids of the forms that a task may have. */
    Set<String> forms(FormReference reference) {
        return reference.literal().map(Set::of).orElseGet(() -> forms.keySet().stream()
                .filter(id -> reference.variable().isPresent() && reference.mayBe(id))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Whether a diagram that calls this process hands it that variable. */
    boolean hands(String process, String variable) {
        return diagrams.values().stream()
                .flatMap(diagram -> diagram.getModelElementsByType(CamundaIn.class).stream())
                .filter(in -> variable.equals(in.getCamundaTarget()))
                .anyMatch(in -> in.getParentElement().getParentElement() instanceof CallActivity call
                        && process.equals(call.getCalledElement()));
    }

    Set<String> keys(String form) {
        FormContract contract = form == null ? null : forms.get(form);
        return contract == null ? Set.of() : contract.keys();
    }

    DecisionUses uses() {
        return uses;
    }

    boolean hasDecision(String id) {
        usedDecisions.add(id);
        return decisions.contains(id);
    }

    boolean hasProcess(String key) {
        return diagrams.keySet().stream().anyMatch(name -> fileKey(name).equals(key));
    }
}
