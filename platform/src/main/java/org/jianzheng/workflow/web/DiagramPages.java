package org.jianzheng.workflow.web;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.engine.CaseDiagrams;
import org.jianzheng.workflow.engine.CaseQueries;
import org.jianzheng.workflow.task.CaseStep;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a case is: the section of its page that shows its diagrams. Who may see the case is checked before. */
@Controller
class DiagramPages {

    /** What people did or have to do; the rest is the platform's own work. */
    private static final Set<String> BY_PEOPLE = Set.of("userTask", "startEvent", "noneEndEvent");

    private final Processes processes;
    private final CaseQueries cases;
    private final CaseDiagrams diagrams;
    private final DisplayNames names;

    DiagramPages(Processes processes, CaseQueries cases, CaseDiagrams diagrams, DisplayNames names) {
        this.processes = processes;
        this.cases = cases;
        this.diagrams = diagrams;
        this.names = names;
    }

    @GetMapping("/cases/{caseId}/diagram")
    String section(@PathVariable("caseId") String caseId, Model model) {
        List<CaseStep> steps = processes.history(caseId);
        List<CaseDiagrams.Sheet> sheets = diagrams.of(steps);
        model.addAttribute("caseId", caseId);
        model.addAttribute("sheets", sheets);
        model.addAttribute("current", current(sheets));
        model.addAttribute(
                "now", steps.stream().filter(DiagramPages::isOpenTask).toList());
        model.addAttribute(
                "waits", steps.stream().filter(DiagramPages::isWaitingTimer).toList());
        model.addAttribute(
                "steps",
                steps.stream()
                        .filter(step -> BY_PEOPLE.contains(step.kind()) && step.who() != null || isOpenTask(step))
                        .sorted(Comparator.comparing(CaseStep::since).reversed())
                        .map(this::line)
                        .toList());
        return "workflow/diagram :: section";
    }

    /**
     * A step as the page lists it.
     *
     * @param who name of the person who did it or has taken it; null while anybody of a group may
     */
    record Line(String name, String process, String who, Instant since, Instant until) {}

    private Line line(CaseStep step) {
        String who = step.who() == null ? null : names.person(step.who());
        return new Line(step.name(), step.processName(), who, step.since(), step.until());
    }

    private static boolean isOpenTask(CaseStep step) {
        return step.running() && step.kind().equals("userTask");
    }

    /** On its way, though nobody has anything to do: only time has to pass. */
    private static boolean isWaitingTimer(CaseStep step) {
        return step.running() && step.kind().equals("intermediateTimer");
    }

    /** The innermost process with something running; the main one when all is done. */
    private static String current(List<CaseDiagrams.Sheet> sheets) {
        return sheets.stream()
                .filter(sheet -> !sheet.running().isEmpty())
                .reduce((outer, inner) -> inner)
                .or(() -> sheets.stream().findFirst())
                .map(CaseDiagrams.Sheet::process)
                .orElse("");
    }

    @GetMapping(path = "/cases/{caseId}/diagram/{process}.bpmn")
    ResponseEntity<String> xml(@PathVariable("caseId") String caseId, @PathVariable("process") String process) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .body(diagrams.xml(caseId, process).orElseThrow(() -> new NotFound("workflow.diagram.none")));
    }

    /** Tasklist knows its tasks, not their cases. */
    @GetMapping("/tasks/{taskId:[\\w-]+}/case")
    ResponseEntity<Void> caseOf(@PathVariable("taskId") String taskId) {
        String caseId = cases.caseOf(taskId).orElseThrow(() -> new NotFound("workflow.task.unknown"));
        return ResponseEntity.status(302)
                .location(URI.create("/cases/" + caseId))
                .build();
    }
}
