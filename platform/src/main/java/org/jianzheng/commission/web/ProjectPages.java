package org.jianzheng.commission.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.workflow.Processes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of projects and the page of one, to look at. */
@Controller
class ProjectPages {

    private static final int SIZE = 20;

    private final Projects projects;
    private final Processes processes;
    private final Identity identity;
    private final Clock clock;

    ProjectPages(Projects projects, Processes processes, Identity identity, Clock clock) {
        this.projects = projects;
        this.processes = processes;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping("/projects")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> projects.list(q, at.page(), at.size()));
        model.addAttribute("q", q);
        model.addAttribute("projects", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("mayRegister", projects.mayRegister());
        model.addAttribute("startUrl", processes.startUrl("registration"));
        model.addAttribute("today", CityTime.today(clock));
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "commission/projects :: rows" : "commission/projects";
    }

    @GetMapping("/projects/{code}")
    String one(@PathVariable String code, Model model) {
        Project project = projects.own(code);
        model.addAttribute("one", project);
        model.addAttribute("today", CityTime.today(clock));
        model.addAttribute("mayKnow", projects.knowsAllOf(project));
        model.addAttribute("maySeePositions", identity.acting().ofStation());
        return "commission/project";
    }
}
