package org.jianzheng.policy.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.policy.Policies;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.catalogue.Catalogue;
import org.jianzheng.standards.catalogue.LeftOpen;
import org.jianzheng.standards.catalogue.TestItem;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What laboratories follow of what standards leave open: all of them, one of them, proposing and deciding. */
@Controller
class PolicyPages {

    private static final int LABS = 10;
    private static final int SIZE = 20;

    private final Policies policies;
    private final MethodWords words;

    PolicyPages(Policies policies, MethodWords words) {
        this.policies = policies;
        this.words = words;
    }

    @GetMapping("/policies")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, LABS).show(at -> policies.list(q, item, at.page(), at.size()));
        model.addAttribute("labs", shown.list().items());
        // A laboratory has a line for each point.
        int lines = shown.list().items().stream().mapToInt(List::size).max().orElse(0);
        model.addAttribute("total", shown.list().total() * lines);
        model.addAttribute("q", q);
        model.addAttribute("item", item);
        model.addAttribute("items", items());
        model.addAttribute("all", policies.ownLab().isEmpty());
        common(model, shown.at().page(), Math.max(1, LABS * lines));
        return fragment(htmx) ? "policy/list :: rows" : "policy/list";
    }

    /** Items that leave anything open, with their names. */
    private static Map<String, String> items() {
        return Catalogue.current().items().stream()
                .filter(item -> !LeftOpen.of(item).isEmpty())
                .collect(Collectors.toMap(
                        TestItem::code,
                        item -> Catalogue.current().shown(item.code()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    @GetMapping("/policies/{lab}/{item}/{input}")
    String one(
            @PathVariable String lab,
            @PathVariable String item,
            @PathVariable String input,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        model.addAttribute("view", policies.view(lab, item, input));
        var shown = new PageAsked(page, SIZE).show(at -> policies.history(lab, item, input, at.page(), at.size()));
        model.addAttribute("spans", shown.list());
        common(model, shown.at().page(), SIZE);
        return fragment(htmx) ? "policy/one :: rows" : "policy/one";
    }

    /** The section of that page. */
    @GetMapping("/policies/{lab}/{item}/{input}/choices")
    String choices(
            @PathVariable String lab,
            @PathVariable String item,
            @PathVariable String input,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> policies.choices(lab, item, input, at.page(), at.size()));
        model.addAttribute("choices", shown.list());
        common(model, shown.at().page(), SIZE);
        return "policy/one :: choices";
    }

    @PostMapping("/policies/{lab}/{item}/{input}")
    String propose(
            @PathVariable String lab,
            @PathVariable String item,
            @PathVariable String input,
            @RequestParam Map<String, String> form) {
        policies.propose(lab, item, input, new FormValues(form));
        return "redirect:/policies/{lab}/{item}/{input}";
    }

    @PostMapping("/policies/{lab}/{item}/{input}/choices/{id}/decision")
    String decide(@PathVariable String lab, @PathVariable String id, @RequestParam Map<String, String> form) {
        policies.decide(lab, id, new FormValues(form));
        return "redirect:/policies/{lab}/{item}/{input}";
    }

    @PostMapping("/policies/{lab}/{item}/{input}/choices/{id}/withdrawal")
    String withdraw(@PathVariable String lab, @PathVariable String id, @RequestParam Map<String, String> form) {
        policies.withdraw(lab, id, new FormValues(form));
        return "redirect:/policies/{lab}/{item}/{input}";
    }

    private void common(Model model, int page, int size) {
        model.addAttribute("words", words);
        model.addAttribute("today", policies.today());
        model.addAttribute("page", page);
        model.addAttribute("size", size);
    }

    private static boolean fragment(HtmxRequest htmx) {
        return htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
    }
}
