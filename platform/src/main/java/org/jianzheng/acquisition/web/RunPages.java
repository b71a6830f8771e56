package org.jianzheng.acquisition.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jianzheng.acquisition.Acquisition;
import org.jianzheng.acquisition.live.LiveRuns;
import org.jianzheng.acquisition.run.RunList;
import org.jianzheng.acquisition.run.RunSight;
import org.jianzheng.acquisition.run.RunState;
import org.jianzheng.acquisition.run.RunView;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Runs as people find them, watch them and end them. Nothing here says whose a sample is. */
@Controller
class RunPages {

    private static final int SIZE = 20;

    private final Acquisition acquisition;
    private final RunList runs;
    private final RunSight sight;
    private final LiveRuns live;
    private final DisplayNames names;
    private final MessageSource messages;
    private final Clock clock;

    RunPages(
            Acquisition acquisition,
            RunList runs,
            RunSight sight,
            LiveRuns live,
            DisplayNames names,
            MessageSource messages,
            Clock clock) {
        this.acquisition = acquisition;
        this.runs = runs;
        this.sight = sight;
        this.live = live;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/runs")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        RunState asked = Arrays.stream(RunState.values())
                .filter(each -> each.name().equals(state))
                .findFirst()
                .orElse(null);
        var shown = new PageAsked(page, SIZE).show(at -> runs.page(asked, at.page(), at.size()));
        model.addAttribute("runs", shown.list());
        model.addAttribute("state", asked);
        model.addAttribute("states", RunState.values());
        model.addAttribute("all", sight.seesAll());
        model.addAttribute("mayOpen", acquisition.mayOpen());
        model.addAttribute("names", names);
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "acquisition/list :: rows" : "acquisition/list";
    }

    @GetMapping("/runs/{id}")
    String one(@PathVariable String id, Model model) {
        return page(acquisition.run(id), model);
    }

    /** What is found while it comes in. */
    @GetMapping("/runs/{id}/warnings")
    String warnings(@PathVariable String id, Model model) {
        RunView run = acquisition.run(id);
        model.addAttribute("run", run);
        model.addAttribute("warnings", acquisition.warningsOf(run));
        return "acquisition/run :: warned";
    }

    private String page(RunView run, Model model) {
        model.addAttribute("run", run);
        model.addAttribute("lab", names.employer("labs/" + run.parties().labCode()));
        model.addAttribute("mayAbort", acquisition.mayAbort(run.id()));
        model.addAttribute("mayAllow", acquisition.mayAllow(run.id()));
        model.addAttribute("others", run.sealed() == null ? List.of() : runs.comparable(run));
        model.addAttribute("warnings", acquisition.warningsOf(run));
        model.addAttribute("asked", live.asked(run.id()));
        model.addAttribute("now", clock.millis());
        return "acquisition/run";
    }

    @PostMapping("/runs/{id}/end")
    String abort(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return ended(id, reason, () -> acquisition.abort(id, reason), locale, model, response);
    }

    @PostMapping("/runs/{id}/allowance")
    String allow(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reason,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        return ended(id, reason, () -> acquisition.allowAnother(id, reason), locale, model, response);
    }

    private String ended(
            String id, String reason, Runnable act, Locale locale, Model model, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/runs/" + id;
        } catch (RuleBroken refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("reason", reason);
            model.addAttribute("wrong", messages.getMessage(refused.code(), refused.arguments(), locale));
            return page(acquisition.run(id), model);
        }
    }
}
