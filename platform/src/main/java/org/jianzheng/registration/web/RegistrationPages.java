package org.jianzheng.registration.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.registration.ApplicationStatus;
import org.jianzheng.registration.ApplicationView;
import org.jianzheng.registration.Applications;
import org.jianzheng.registration.RegistrationPapers;
import org.jianzheng.registration.RegistryHistory;
import org.jianzheng.workflow.Processes;
import org.jianzheng.workflow.task.OpenTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Applications for entries of the registries, and what came of them: a house its own, the station all. */
@Controller
class RegistrationPages {

    private static final int SIZE = 20;
    private static final int FIRST_LINES = 10;

    private final Applications applications;
    private final RegistrationPapers papers;
    private final RegistryHistory history;
    private final Processes processes;
    private final Identity identity;
    private final DisplayNames names;

    RegistrationPages(
            Applications applications,
            RegistrationPapers papers,
            RegistryHistory history,
            Processes processes,
            Identity identity,
            DisplayNames names) {
        this.applications = applications;
        this.papers = papers;
        this.history = history;
        this.processes = processes;
        this.identity = identity;
        this.names = names;
    }

    @GetMapping("/registrations")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> applications.list(q, status, at.page(), at.size()));
        model.addAttribute("applications", shown.list());
        model.addAttribute("houses", houses(shown.list().items()));
        model.addAttribute("q", q);
        model.addAttribute("status", status);
        model.addAttribute("statuses", ApplicationStatus.values());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("mayApply", !applications.kinds().isEmpty());
        model.addAttribute("startUrl", processes.startUrl("registration"));
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "registration/registrations :: rows" : "registration/registrations";
    }

    private Map<String, String> houses(List<ApplicationView> applications) {
        return applications.stream()
                .map(ApplicationView::house)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), names::employer));
    }

    @GetMapping("/registrations/{id}")
    String one(@PathVariable String id, Model model) {
        if (!applications.visible(id)) {
            throw new NotFound("registration.unknown");
        }
        ApplicationView application = applications.find(id);
        model.addAttribute("one", application);
        model.addAttribute("house", names.employer(application.house()));
        Paged<List<String>> lines = applications.lines(id, 0, FIRST_LINES);
        model.addAttribute("lot", lines.total() > 1);
        model.addAttribute("lines", lines);
        model.addAttribute("asked", applications.asked(id));
        model.addAttribute("changes", applications.changes(id));
        addPapers(id, model);
        model.addAttribute("task", task(id));
        return "registration/registration";
    }

    private void addPapers(String id, Model model) {
        model.addAttribute("papers", papers.list(id));
        model.addAttribute("missing", papers.missingInWords(id));
        model.addAttribute("uses", papers.mayAdd(id) ? papers.uses(id) : List.of());
    }

    /** All lines of an application of many. */
    @GetMapping("/registrations/{id}/lines")
    String lines(@PathVariable String id, @RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        if (!applications.visible(id)) {
            throw new NotFound("registration.unknown");
        }
        var shown = new PageAsked(page, SIZE).show(at -> applications.lines(id, at.page(), at.size()));
        model.addAttribute("one", applications.find(id));
        model.addAttribute("lines", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "registration/lines :: rows" : "registration/lines";
    }

    /** The address of the open task, where it is the acting person's to do. */
    private String task(String id) {
        Person person = identity.acting();
        return processes.openTasks(List.of(id)).stream()
                .filter(task -> task.groups().stream().anyMatch(person.groups()::contains)
                        || person.username().equals(task.assignee()))
                .map(OpenTask::id)
                .map(processes::taskUrl)
                .findFirst()
                .orElse(null);
    }

    /** The history of one subject: a section of its page. */
    @GetMapping("/registrations/history")
    String history(@RequestParam String subject, Model model) {
        model.addAttribute("changes", history.of(subject));
        return "registration/registration :: history";
    }
}
