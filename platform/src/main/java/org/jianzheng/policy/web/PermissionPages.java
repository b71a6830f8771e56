package org.jianzheng.policy.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.Map;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.policy.Policies;
import org.jianzheng.standards.MethodWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the station permits of what standards leave open. */
@Controller
class PermissionPages {

    private static final int SIZE = 20;

    private final Policies policies;
    private final MethodWords words;

    PermissionPages(Policies policies, MethodWords words) {
        this.policies = policies;
        this.words = words;
    }

    @GetMapping("/policies/permitted")
    String list(@RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> policies.permissions(at.page(), at.size()));
        model.addAttribute("points", shown.list());
        common(model, shown.at().page());
        return fragment(htmx) ? "policy/permitted :: rows" : "policy/permitted";
    }

    @GetMapping("/policies/permitted/{item}/{input}")
    String one(
            @PathVariable String item,
            @PathVariable String input,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        model.addAttribute("view", policies.permission(item, input));
        var shown = new PageAsked(page, SIZE).show(at -> policies.changes(item, input, at.page(), at.size()));
        model.addAttribute("changes", shown.list());
        common(model, shown.at().page());
        return fragment(htmx) ? "policy/permission :: rows" : "policy/permission";
    }

    @PostMapping("/policies/permitted/{item}/{input}")
    String change(@PathVariable String item, @PathVariable String input, @RequestParam Map<String, String> form) {
        policies.permit(item, input, new FormValues(form));
        return "redirect:/policies/permitted/{item}/{input}";
    }

    private void common(Model model, int page) {
        model.addAttribute("words", words);
        model.addAttribute("mayPermit", policies.mayPermit());
        model.addAttribute("today", policies.today());
        model.addAttribute("page", page);
        model.addAttribute("size", SIZE);
    }

    private static boolean fragment(HtmxRequest htmx) {
        return htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
    }
}
