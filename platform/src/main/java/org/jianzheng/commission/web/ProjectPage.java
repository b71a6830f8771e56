package org.jianzheng.commission.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jianzheng.commission.Commissions;
import org.jianzheng.kernel.PageAsked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of projects, to look at. */
@Controller
class ProjectPage {

    private static final int SIZE = 20;

    private final Commissions commissions;

    ProjectPage(Commissions commissions) {
        this.commissions = commissions;
    }

    @GetMapping("/projects")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> commissions.projects(q, at.page(), at.size()));
        model.addAttribute("q", q);
        model.addAttribute("projects", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "commission/projects :: rows" : "commission/projects";
    }
}
