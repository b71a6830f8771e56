package org.jianzheng.sampling.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.registry.Project;
import org.jianzheng.registry.Projects;
import org.jianzheng.sampling.mark.MarkRolls;
import org.jianzheng.sampling.mark.RollLayout;
import org.jianzheng.sampling.mark.RollView;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 标识管理: rolls of marks that a contractor orders, prints and loses. */
@Controller
class MarkPages {

    private static final int SIZE = 20;

    private final MarkRolls rolls;
    private final Projects projects;
    private final PrintedLabels labels;
    private final DisplayNames names;

    MarkPages(MarkRolls rolls, Projects projects, PrintedLabels labels, DisplayNames names) {
        this.rolls = rolls;
        this.projects = projects;
        this.labels = labels;
        this.names = names;
    }

    @GetMapping("/marks")
    String list(
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            HtmxRequest htmx) {
        var shown = new PageAsked(page, SIZE).show(asked -> rolls.list(project, asked.page(), asked.size()));
        Paged<RollView> found = shown.list();
        model.addAttribute("rolls", found);
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("names", names);
        model.addAttribute("projectNames", projectNames(found.items()));
        model.addAttribute("mayOrder", rolls.mayOrder());
        model.addAttribute("projects", rolls.projects());
        model.addAttribute("most", MarkRolls.MOST);
        return htmx.isHtmxRequest() ? "sampling/rolls :: rows" : "sampling/rolls";
    }

    private Map<String, String> projectNames(List<RollView> shown) {
        return shown.stream()
                .map(RollView::projectCode)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::projectName));
    }

    private String projectName(String code) {
        return projects.find(code).map(Project::name).orElse(code);
    }

    @PostMapping("/marks")
    String order(@RequestParam Map<String, String> form) {
        return "redirect:/marks/" + rolls.order(form);
    }

    @GetMapping("/marks/{rollNo}")
    String roll(@PathVariable String rollNo, Model model) {
        RollView.Story story = rolls.story(rollNo);
        model.addAttribute("story", story);
        model.addAttribute("roll", story.roll());
        model.addAttribute("projectName", projectName(story.roll().projectCode()));
        model.addAttribute(
                "contractor", names.employer("contractors/" + story.roll().contractorCode()));
        model.addAttribute("mayOrder", rolls.mayOrder());
        model.addAttribute("layouts", RollLayout.values());
        return "sampling/roll";
    }

    /** A printing is an act with an entry of its own, so no address alone does it. */
    @PostMapping("/marks/{rollNo}/prints")
    ResponseEntity<byte[]> print(@PathVariable String rollNo, @RequestParam Map<String, String> form) {
        RollView roll = rolls.story(rollNo).roll();
        List<RollView.Label> blank = rolls.print(rollNo, form);
        byte[] pdf = labels.pdf(
                RollLayout.of(new FormValues(form).text("layout")), roll, projectName(roll.projectCode()), blank);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(rollNo + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }

    @PostMapping("/marks/{rollNo}/losses")
    String lose(
            @PathVariable String rollNo,
            @RequestParam(defaultValue = "0") int position,
            @RequestParam(defaultValue = "") String reason) {
        rolls.lose(rollNo, position, reason);
        return "redirect:/marks/{rollNo}";
    }
}
