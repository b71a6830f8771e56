package org.jianzheng.breach.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jianzheng.breach.BreachState;
import org.jianzheng.breach.BreachView;
import org.jianzheng.breach.Breaches;
import org.jianzheng.breach.evidence.BreachPapers;
import org.jianzheng.breach.openwork.OpenCase;
import org.jianzheng.gate.GateRule;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.registry.Registry;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Breaches of qualification: a laboratory its own, the station all. */
@Controller
class BreachPages {

    private static final int SIZE = 20;
    /** Cases listed on the page of a breach; more are counted. */
    private static final int CASES = 50;

    private final Breaches breaches;
    private final BreachPapers papers;
    private final Registry registry;
    private final Processes processes;
    private final Identity identity;
    private final DisplayNames names;
    private final Clock clock;

    BreachPages(
            Breaches breaches,
            BreachPapers papers,
            Registry registry,
            Processes processes,
            Identity identity,
            DisplayNames names,
            Clock clock) {
        this.breaches = breaches;
        this.papers = papers;
        this.registry = registry;
        this.processes = processes;
        this.identity = identity;
        this.names = names;
        this.clock = clock;
    }

    @GetMapping("/breaches")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "OPEN") String state,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String lab,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var filter = new Breaches.Filter(q, state.equals("ALL") ? "" : state, rule, lab);
        var shown = new PageAsked(page, SIZE).show(at -> breaches.list(filter, at.page(), at.size()));
        model.addAttribute("breaches", shown.list());
        model.addAttribute("filter", filter);
        model.addAttribute("state", state);
        model.addAttribute("states", states());
        model.addAttribute("rules", GateRule.values());
        model.addAttribute("station", ofStation());
        model.addAttribute("labs", labNames());
        model.addAttribute("now", clock.instant());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "breach/breaches :: rows" : "breach/breaches";
    }

    private static List<String> states() {
        return Stream.concat(
                        Stream.of("ALL", "OPEN", "OVERDUE"),
                        Arrays.stream(BreachState.values()).map(Enum::name))
                .toList();
    }

    private Map<String, String> labNames() {
        return registry.labs().stream()
                .collect(Collectors.toMap(
                        lab -> lab.code(), lab -> lab.name(), (one, other) -> one, LinkedHashMap::new));
    }

    @GetMapping("/breaches/{id}")
    String one(@PathVariable String id, Model model) {
        BreachView breach = breaches.find(id);
        model.addAttribute("breach", breach);
        model.addAttribute("lab", names.employer("labs/" + breach.labCode()));
        model.addAttribute("story", breaches.story(id));
        model.addAttribute("suspensions", breaches.suspensions(id));
        model.addAttribute("mayLift", breaches.mayLift(id));
        model.addAttribute("papers", papers.list(id));
        model.addAttribute("mayAdd", papers.mayAdd(id));
        model.addAttribute("tasks", tasks(id));
        model.addAttribute("today", CityTime.today(clock));
        model.addAttribute("now", clock.instant());
        addCases(id, model);
        return "breach/breach";
    }

    private void addCases(String id, Model model) {
        List<OpenCase> held = breaches.held(id);
        List<OpenCase> cases = held.isEmpty() ? breaches.affected(id) : held;
        model.addAttribute("held", !held.isEmpty());
        model.addAttribute("count", cases.size());
        model.addAttribute("cases", cases.stream().limit(CASES).toList());
    }

    /** What the reader may do now, by the address of its task. */
    private Map<String, OpenTask> tasks(String id) {
        return processes.openTasks(List.of(id)).stream()
                .collect(Collectors.toMap(
                        task -> isMine(task) ? processes.taskUrl(task.id()) : "#" + task.id(), Function.identity()));
    }

    private boolean isMine(OpenTask task) {
        return task.assignee() == null
                ? task.groups().stream().anyMatch(identity.acting().groups()::contains)
                : task.assignee().equals(identity.acting().username());
    }

    @PostMapping("/breaches/{id}/lift")
    String lift(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        breaches.lift(id, reason);
        return "redirect:/breaches/" + id;
    }

    private boolean ofStation() {
        return identity.scope().kind() == Scope.Kind.ALL;
    }
}
