package org.jianzheng.registry.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.registry.Lab;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The registries to look at: laboratories for everybody, people and equipment of one's own house (4.1.11, 7.1.1). */
@Controller
class RegistryPages {

    private static final int SIZE = 20;

    private final Registry registry;
    private final Identity identity;
    private final Clock clock;

    RegistryPages(Registry registry, Identity identity, Clock clock) {
        this.registry = registry;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping("/labs")
    String labs(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> registry.labs(q, at.page(), at.size()));
        model.addAttribute("labs", shown.list());
        return list("registry/labs", q, shown.at(), htmx, model);
    }

    @GetMapping("/labs/{code}")
    String lab(@PathVariable String code, Model model) {
        Lab lab = registry.lab(code);
        model.addAttribute("lab", lab);
        model.addAttribute("mayKnow", mayKnow(lab));
        model.addAttribute("today", CityTime.today(clock));
        return "registry/lab";
    }

    // Its papers and history are for the laboratory itself and the station.
    private boolean mayKnow(Lab lab) {
        Scope scope = identity.scope();
        return scope.kind() == Scope.Kind.ALL
                || (scope.kind() == Scope.Kind.LAB && scope.code().equals(lab.code()));
    }

    @GetMapping("/equipment/{code}")
    String machine(@PathVariable String code, Model model) {
        model.addAttribute("machine", registry.ownMachine(code));
        model.addAttribute("today", CityTime.today(clock));
        return "registry/machine";
    }

    @GetMapping("/people")
    String people(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> registry.members(q, at.page(), at.size()));
        model.addAttribute("people", shown.list());
        return list("registry/people", q, shown.at(), htmx, model);
    }

    @GetMapping("/equipment")
    String equipment(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> registry.machines(q, at.page(), at.size()));
        model.addAttribute("machines", shown.list());
        return list("registry/equipment", q, shown.at(), htmx, model);
    }

    private String list(String view, String q, PageAsked at, HtmxRequest htmx, Model model) {
        model.addAttribute("q", q);
        model.addAttribute("page", at.page());
        model.addAttribute("size", SIZE);
        model.addAttribute("today", CityTime.today(clock));
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? view + " :: rows" : view;
    }
}
