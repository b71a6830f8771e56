package org.jianzheng.warning.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.warning.WarningDecision;
import org.jianzheng.warning.WarningSeverity;
import org.jianzheng.warning.WarningState;
import org.jianzheng.warning.Warnings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Warnings: a laboratory its own, the station all, with what each may do about them. */
@Controller
class WarningPages {

    private static final int SIZE = 20;

    private final Warnings warnings;
    private final DisplayNames names;

    WarningPages(Warnings warnings, DisplayNames names) {
        this.warnings = warnings;
        this.names = names;
    }

    @GetMapping("/warnings")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String severity,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String lab,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var filter = new Warnings.Filter(state, severity, rule, lab);
        var shown = new PageAsked(page, SIZE).show(at -> warnings.list(filter, at.page(), at.size()));
        model.addAttribute("warnings", shown.list());
        model.addAttribute("filter", filter);
        model.addAttribute("states", WarningState.values());
        model.addAttribute("severities", WarningSeverity.values());
        model.addAttribute("rules", warnings.rules());
        model.addAttribute("labs", labNames());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "warning/list :: rows" : "warning/list";
    }

    /** Names by code; empty for whoever sees one laboratory alone. */
    private Map<String, String> labNames() {
        Map<String, String> labs = new LinkedHashMap<>();
        warnings.labs().forEach(code -> labs.put(code, names.employer("labs/" + code)));
        return labs;
    }

    @GetMapping("/warnings/{id}")
    String one(@PathVariable String id, Model model) {
        var warning = warnings.find(id);
        model.addAttribute("warning", warning);
        model.addAttribute("shown", photos(warning.evidence()));
        model.addAttribute("lab", names.employer("labs/" + warning.labCode()));
        model.addAttribute("mayExplain", warnings.mayExplain());
        model.addAttribute("mayDecide", warnings.mayDecide());
        model.addAttribute("mayOpenCase", warnings.mayOpenCase());
        model.addAttribute("decisions", WarningDecision.values());
        return "warning/one";
    }

    /** What of the evidence is a photo of a case's page, which shows it to whoever may see that case. */
    private static Map<String, String> photos(Map<String, String> evidence) {
        Map<String, String> shown = new LinkedHashMap<>();
        evidence.forEach((name, value) -> {
            if (value.matches("/cases/[0-9a-f-]+/site/[^/?#]+/[0-9a-f]+")) {
                shown.put(name, value);
            }
        });
        return shown;
    }

    @PostMapping("/warnings/{id}/explanation")
    String explain(@PathVariable String id, @RequestParam(defaultValue = "") String text) {
        warnings.explain(id, text);
        return "redirect:/warnings/" + id;
    }

    @PostMapping("/warnings/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String text) {
        warnings.decide(id, decision, text);
        return "redirect:/warnings/" + id;
    }
}
