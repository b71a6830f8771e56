package org.jianzheng.acquisition.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jianzheng.acquisition.conformance.Trials;
import org.jianzheng.acquisition.conformance.Validations;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.PageAsked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 接入检验: trials of machines' software, on the page of the machine and in a list. */
@Controller
class ValidationPages {

    private static final int SIZE = 20;
    private static final String OF_MACHINE = "acquisition/trial :: trial";

    private final Trials trials;
    private final Validations validations;
    private final DisplayNames names;

    ValidationPages(Trials trials, Validations validations, DisplayNames names) {
        this.trials = trials;
        this.validations = validations;
        this.names = names;
    }

    @GetMapping("/equipment/{code}/trial")
    String trial(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("trial", trials.of(code).orElse(null));
        model.addAttribute("validations", validations.of(code));
        model.addAttribute("mayStart", trials.mayStart(code));
        return OF_MACHINE;
    }

    @PostMapping("/equipment/{code}/trial")
    String start(@PathVariable String code, Model model) {
        trials.start(code);
        return trial(code, model);
    }

    @GetMapping("/software-validations")
    String list(@RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> validations.list(at.page(), at.size()));
        model.addAttribute("validations", shown.list());
        model.addAttribute("rule", validations.rule().orElse(null));
        model.addAttribute("mayRule", validations.mayRule());
        model.addAttribute("names", names);
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "acquisition/validations :: rows" : "acquisition/validations";
    }

    @PostMapping("/software-validations")
    String require(
            @RequestParam(defaultValue = "false") boolean required, @RequestParam(defaultValue = "") String reason) {
        validations.require(required, reason);
        return "redirect:/software-validations";
    }
}
