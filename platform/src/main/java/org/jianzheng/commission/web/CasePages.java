package org.jianzheng.commission.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseFilter;
import org.jianzheng.commission.caselist.CaseStage;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.evaluation.Verdict;
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
    private static final List<Verdict> RESULTS =
            List.of(Verdict.PASS, Verdict.FAIL, Verdict.RETEST, Verdict.INVALID, Verdict.REFER, Verdict.UNJUDGED);
    /** Who may commission tests: the starters of the diagram. */
    private static final Set<Role> STARTERS =
            EnumSet.of(Role.COMMISSIONER, Role.SAMPLER, Role.WITNESS, Role.SUPERVISOR);

    private final Commissions commissions;
    private final Processes processes;
    private final Identity identity;
    private final DisplayNames names;
    private final Registry registry;
    private final MethodWords words;

    CasePages(
            Commissions commissions,
            Processes processes,
            Identity identity,
            DisplayNames names,
            Registry registry,
            MethodWords words) {
        this.commissions = commissions;
        this.processes = processes;
        this.identity = identity;
        this.names = names;
        this.registry = registry;
        this.words = words;
    }

    /** What the page's address can say. */
    record Asked(String q, String state, String from, String until, String lab, String item, String result) {

        CaseFilter filter() {
            return CaseFilter.of(q, state, from, until, lab, item, result);
        }
    }

    @GetMapping("/cases")
    String cases(Asked asked, @RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        CaseFilter filter = asked.filter();
        var shown = new PageAsked(page, SIZE).show(at -> commissions.list(filter, at.page(), at.size()));
        model.addAttribute("cases", shown.list());
        model.addAttribute("labs", labNames(shown.list().items()));
        model.addAttribute("asked", asked);
        model.addAttribute("results", RESULTS);
        model.addAttribute("items", Catalogue.current().items());
        model.addAttribute("allLabs", identity.acting().lab().isPresent() ? List.of() : registry.labs());
        model.addAttribute("stages", CaseStage.values());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("mayStart", mayStart());
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "commission/cases :: rows" : "commission/cases";
    }

    /** How many cases stand where: a section of the home page. */
    @GetMapping("/home/cases")
    String counts(Model model) {
        model.addAttribute("counts", commissions.counts());
        return "commission/counts :: section";
    }

    /** Names by code; none for a laboratory, whose list has its own cases only. */
    private Map<String, String> labNames(List<CaseView> cases) {
        if (identity.acting().lab().isPresent()) {
            return Map.of();
        }
        return cases.stream()
                .map(one -> one.parties().labCode())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), code -> names.employer("labs/" + code)));
    }

    private boolean mayStart() {
        Set<Role> roles = identity.acting().roles();
        return STARTERS.stream().anyMatch(roles::contains)
                && (commissions.hasProject() || !commissions.retestOffers().isEmpty());
    }

    @GetMapping("/cases/{caseId}")
    String one(@PathVariable String caseId, Model model) {
        model.addAttribute("order", commissions.find(caseId));
        model.addAttribute("words", words);
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

    private String name(String username) {
        return username == null ? null : names.person(username);
    }
}
