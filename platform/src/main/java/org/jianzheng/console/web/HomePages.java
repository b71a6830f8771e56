package org.jianzheng.console.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.Paged;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** One question: what waits for me? */
@Controller
class HomePages {

    private static final int SHOWN = 20;

    private static final String COMMISSION = "/commissions/new";

    private final Identity identity;
    private final Processes processes;
    private final WaitingTime waiting;

    HomePages(Identity identity, Processes processes, WaitingTime waiting) {
        this.identity = identity;
        this.processes = processes;
        this.waiting = waiting;
    }

    @GetMapping("/")
    String home(HtmxRequest hx, Model model) {
        Person person = identity.acting();
        Paged<OpenTask> open = processes.tasksOf(person, 0, SHOWN);
        List<Todo> todos = open.items().stream().map(this::todo).toList();
        model.addAttribute("total", open.total());
        model.addAttribute("taken", todos.stream().filter(Todo::taken).toList());
        model.addAttribute("free", todos.stream().filter(todo -> !todo.taken()).toList());
        model.addAttribute("more", open.total() > SHOWN);
        model.addAttribute("showsCases", NavigationEntry.isForCases(person.roles()));
        model.addAttribute(
                "deployment",
                person.has(Role.ADMIN) ? processes.deploymentNotice().orElse(null) : null);
        model.addAttribute("commissionUrl", person.has(Role.COMMISSIONER) ? COMMISSION : null);
        return hx.isHtmxRequest() && !hx.isHistoryRestoreRequest() ? "console/home :: tasks" : "console/home";
    }

    private Todo todo(OpenTask task) {
        return new Todo(
                task.name(),
                processes.taskUrl(task.id()),
                task.caseId() == null ? null : "/cases/" + task.caseId(),
                waiting.since(task.since()),
                waiting.until(task.due()),
                waiting.isOver(task.due()),
                task.assignee() != null);
    }

    /**
     * A task as the page shows it.
     *
     * @param age how long it has waited
     * @param due what is left of its time or by how much it is late; null when it has none
     * @param taken by the reader; else free to be claimed
     */
    record Todo(String name, String href, String caseHref, String age, String due, boolean late, boolean taken) {}
}
