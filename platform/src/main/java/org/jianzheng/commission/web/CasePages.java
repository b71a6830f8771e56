package org.jianzheng.commission.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.Stage;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.qualification.Qualification;
import org.jianzheng.workflow.Processes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of cases, and one case with its whole story: other modules fill the sections of the page. */
@Controller
class CasePages {

    private static final int SIZE = 20;

    private final Commissions commissions;
    private final Processes processes;
    private final Identity identity;
    private final Qualification qualification;

    CasePages(Commissions commissions, Processes processes, Identity identity, Qualification qualification) {
        this.commissions = commissions;
        this.processes = processes;
        this.identity = identity;
        this.qualification = qualification;
    }

    @GetMapping("/cases")
    String cases(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        int shown = Math.max(0, page);
        model.addAttribute("cases", commissions.list(q, state, shown, SIZE));
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        model.addAttribute("stages", Stage.values());
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        model.addAttribute("mayStart", !commissions.projects().isEmpty());
        model.addAttribute("startUrl", processes.startUrl("commission-case"));
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "commission/cases :: rows" : "commission/cases";
    }

    @GetMapping("/cases/{caseId}")
    String one(@PathVariable String caseId, Model model) {
        model.addAttribute("order", commissions.find(caseId));
        addNext(caseId, model);
        return "commission/case";
    }

    /** What is waited for: asked again by itself, because others act on the case meanwhile. */
    @GetMapping("/cases/{caseId}/next")
    String next(@PathVariable String caseId, Model model) {
        addNext(caseId, model);
        return "commission/case :: next";
    }

    private void addNext(String caseId, Model model) {
        List<NextStep> steps = processes.openTasks(List.of(caseId)).stream()
                .map(task -> NextStep.of(task, identity.acting(), name(task.assignee()), processes.taskUrl(task.id())))
                .toList();
        model.addAttribute("overview", commissions.overview(caseId));
        model.addAttribute("steps", steps);
    }

    /** Somebody the registry does not know (yet) is shown by the login. */
    private String name(String username) {
        try {
            return username == null ? null : qualification.member(username).name();
        } catch (NotFound unknown) {
            return username;
        }
    }
}
