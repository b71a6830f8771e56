package org.jianzheng.sampling.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jianzheng.commission.Commissions;
import org.jianzheng.commission.caselist.CaseView;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.printing.ListWorkbook;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.registry.Registry;
import org.jianzheng.sampling.register.ActFilter;
import org.jianzheng.sampling.register.ActLine;
import org.jianzheng.sampling.register.ActRegister;
import org.jianzheng.sampling.register.ActRegister.Kind;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 电子取样送检台账 and 电子见证取样台账: as a page, and to take away as a workbook. */
@Controller
class ActPages {

    private static final int SIZE = 20;
    private static final int MOST = 50_000;

    private final ActRegister register;
    private final Commissions commissions;
    private final Projects projects;
    private final Registry registry;
    private final DisplayNames names;
    private final MessageSource messages;
    private final Clock clock;

    ActPages(
            ActRegister register,
            Commissions commissions,
            Projects projects,
            Registry registry,
            DisplayNames names,
            MessageSource messages,
            Clock clock) {
        this.register = register;
        this.commissions = commissions;
        this.projects = projects;
        this.registry = registry;
        this.names = names;
        this.messages = messages;
        this.clock = clock;
    }

    /** What the page's address can say. */
    record Asked(String from, String until, String project, String item, String lab, String person, String state) {

        ActFilter filter() {
            return ActFilter.of(from, until, project, item, lab, person, state);
        }
    }

    @GetMapping("/sampling-register")
    String takings(Asked asked, @RequestParam(defaultValue = "0") int page, Model model, HtmxRequest htmx) {
        return page(Kind.TAKING, "/sampling-register", asked, page, model, htmx);
    }

    @GetMapping("/witnessing-register")
    String witnessings(Asked asked, @RequestParam(defaultValue = "0") int page, Model model, HtmxRequest htmx) {
        return page(Kind.WITNESSING, "/witnessing-register", asked, page, model, htmx);
    }

    private String page(Kind kind, String path, Asked asked, int page, Model model, HtmxRequest htmx) {
        ActFilter filter = asked.filter();
        var shown = new PageAsked(page, SIZE).show(at -> register.list(kind, filter, at.page(), at.size()));
        model.addAttribute("kind", kind.name());
        model.addAttribute("path", path);
        model.addAttribute("asked", asked);
        model.addAttribute("lines", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        Map<String, CaseView> cases = new HashMap<>();
        shown.list().items().forEach(line -> cases.put(line.caseId(), commissions.overview(line.caseId())));
        model.addAttribute("cases", cases);
        model.addAttribute("names", names);
        model.addAttribute("catalogue", Catalogue.current());
        model.addAttribute("states", ActFilter.STATES);
        model.addAttribute("labs", registry.labs());
        model.addAttribute("items", register.items(kind));
        Map<String, String> found = new LinkedHashMap<>();
        register.projects(kind).forEach(code -> found.put(code, projectName(code)));
        model.addAttribute("projects", found);
        return htmx.isHtmxRequest() ? "sampling/register :: rows" : "sampling/register";
    }

    private String projectName(String code) {
        return projects.find(code).map(Project::name).orElse(code);
    }

    @GetMapping("/sampling-register.xlsx")
    void takingsBook(Asked asked, HttpServletResponse response) throws IOException {
        workbook(Kind.TAKING, asked, response);
    }

    @GetMapping("/witnessing-register.xlsx")
    void witnessingsBook(Asked asked, HttpServletResponse response) throws IOException {
        workbook(Kind.WITNESSING, asked, response);
    }

    private void workbook(Kind kind, Asked asked, HttpServletResponse response) throws IOException {
        ActFilter filter = asked.filter();
        long count = register.count(kind, filter);
        if (count > MOST) {
            throw new RuleBroken("sampling.register.tooMany", count, MOST);
        }
        String title = say("sampling.register." + kind);
        try (ListWorkbook<ActWorkbook.Row> book = ActWorkbook.of(title, this::say)) {
            register.each(kind, filter, line -> book.add(new ActWorkbook.Row(line, words(line))));
            book.send("%s-%s".formatted(title, CityTime.today(clock)), response);
        }
    }

    private ActWorkbook.Words words(ActLine line) {
        CaseView seen = commissions.overview(line.caseId());
        return new ActWorkbook.Words(
                seen.projectName(),
                seen.place(),
                seen.sample(),
                Catalogue.current().label(line.item()),
                names.employer("labs/" + line.labCode()),
                line.taken() == null ? null : names.employer(line.taken().employer()),
                line.witnessed() == null
                        ? null
                        : names.employer(line.witnessed().employer()));
    }

    private String say(String code) {
        return messages.getMessage(code, null, LocaleContextHolder.getLocale());
    }
}
