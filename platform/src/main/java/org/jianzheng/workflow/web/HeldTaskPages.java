package org.jianzheng.workflow.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What colleagues have taken and the reader may do as well: nothing lies because somebody is away. */
@Controller
class HeldTaskPages {

    private static final int SIZE = 20;

    private final Processes processes;
    private final Identity identity;
    private final DisplayNames names;

    HeldTaskPages(Processes processes, Identity identity, DisplayNames names) {
        this.processes = processes;
        this.identity = identity;
        this.names = names;
    }

    /** A task as the page lists it. */
    record Held(String id, String name, String holder, Instant since, String caseId) {}

    @GetMapping("/tasks/held")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        var shown = new PageAsked(page, SIZE)
                .show(at -> processes.heldByColleagues(identity.acting(), at.page(), at.size()));
        Paged<OpenTask> tasks = shown.list();
        List<Held> held = tasks.items().stream().map(this::held).toList();
        model.addAttribute("held", held);
        model.addAttribute("total", tasks.total());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        return "workflow/held";
    }

    private Held held(OpenTask task) {
        return new Held(task.id(), task.name(), names.person(task.assignee()), task.since(), task.caseId());
    }

    @PostMapping("/tasks/{taskId:[\\w-]+}/takeover")
    String take(@PathVariable String taskId, @RequestParam String reason) {
        processes.takeOver(taskId, Map.of("reason", reason));
        return "redirect:/";
    }
}
