package org.jianzheng.workflow.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jianzheng.workflow.diagram.Moves.Move;
import org.jianzheng.workflow.diagram.StepRule.Lack;

/**
 * Goes every way a process can go, with the processes it calls, and finds the Steps that would be reached before what they
 * need was given: then no case ever meets the rule by which an aggregate refuses.
 */
final class MilestoneCheck {

    /** More situations than any process of people has: a diagram that has more is not understood by anybody. */
    private static final int MOST = 100_000;

    private final Graph process;
    private final Scopes scopes;
    private final Moves moves;
    private final Consumer<DiagramProblem> problems;
    private final Map<Situation, Move> arrivals = new LinkedHashMap<>();
    private final Map<Situation, Situation> before = new HashMap<>();
    private final Set<String> told = new HashSet<>();

    /**
     * From everywhere that a case begins, else from where nothing is given; what is only called goes with what calls it.
     *
     * @param diagrams by the names of their files; the other checks have passed them
     */
    static void of(
            Map<String, BpmnModelInstance> diagrams,
            StepsCatalogue steps,
            Beginnings beginnings,
            Consumer<DiagramProblem> problems) {
        Map<String, Process> processes = new TreeMap<>();
        Map<String, Graph> graphs = new HashMap<>();
        Set<String> called = new HashSet<>();
        diagrams.forEach((name, model) -> {
            Process process =
                    model.getModelElementsByType(Process.class).iterator().next();
            processes.put(process.getId(), process);
            graphs.put(process.getId(), new GraphReader(steps, name).read(process));
            model.getModelElementsByType(CallActivity.class).forEach(call -> called.add(call.getCalledElement()));
        });
        processes.forEach((key, process) -> {
            List<Stages> begun = new ArrayList<>(beginnings.of(key));
            boolean started = !process.getCamundaCandidateStarterGroupsList().isEmpty();
            if (started || begun.isEmpty() && !called.contains(key)) {
                begun.add(Stages.of());
            }
            begun.forEach(reached -> new MilestoneCheck(graphs, key, problems).run(reached));
        });
    }

    private MilestoneCheck(Map<String, Graph> graphs, String process, Consumer<DiagramProblem> problems) {
        this.process = graphs.get(process);
        this.scopes = new Scopes(graphs::get, this.process);
        this.moves = new Moves(scopes);
        this.problems = problems;
    }

    /** @param reached before it begins */
    void run(Stages reached) {
        Deque<Situation> open = new ArrayDeque<>();
        process.begins().forEach(exits -> {
            Situation begun = new Situation(Set.of(), reached, Map.of()).plus(places(exits));
            arrivals.put(begun, new Move(begun, null));
            open.add(begun);
        });
        try {
            while (!open.isEmpty()) {
                Situation now = open.poll();
                now.places().forEach(place -> check(now, place));
                for (Move move : moves.from(now)) {
                    if (arrivals.putIfAbsent(move.after(), move) == null) {
                        before.put(move.after(), now);
                        open.add(move.after());
                    }
                }
                if (arrivals.size() > MOST) {
                    throw new Scopes.Endless(process.file());
                }
            }
        } catch (Scopes.Endless endless) {
            problems.accept(new DiagramProblem(process.file(), endless.element(), "endless"));
        }
    }

    private static List<Place> places(List<Node.Exit> exits) {
        return exits.stream().map(exit -> new Place("", exit.id())).toList();
    }

    private void check(Situation now, Place place) {
        moves.before(now, place).ifPresent(node -> Stream.concat(
                        node.work().asked().stream(),
                        Stream.ofNullable(node.work().step()))
                .map(call -> call.lack(now.stages()))
                .flatMap(Optional::stream)
                .filter(lack -> told.add(node.id() + lack))
                .forEach(lack -> problems.accept(problem(now, place, node, lack))));
    }

    private DiagramProblem problem(Situation now, Place place, Node node, Lack lack) {
        return new DiagramProblem(
                scopes.graph(place.path()).file(),
                node.id(),
                lack.excess() ? "needsNot" : "needs",
                node.name(),
                lack.milestone(),
                path(now, node));
    }

    private String path(Situation now, Node last) {
        List<String> names = new ArrayList<>(List.of(last.name()));
        for (Situation each = now; arrivals.get(each).at() != null; each = before.get(each)) {
            names.add(0, arrivals.get(each).at().name());
        }
        return names.stream().collect(Collectors.joining(" → "));
    }
}
