package org.jianzheng.manualentry.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.identity.DisplayNames;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.manualentry.EntryGround;
import org.jianzheng.manualentry.ManualEntries;
import org.jianzheng.manualentry.TypingWaivers;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 人工录入: records whose forces were typed, and waivers of the station. */
@Controller
class ManualEntryPages {

    private static final int SIZE = 20;
    private static final String WAIVERS = "manualentry/waivers";

    private final ManualEntries entries;
    private final TypingWaivers waivers;
    private final DisplayNames names;
    private final MessageSource messages;

    ManualEntryPages(ManualEntries entries, TypingWaivers waivers, DisplayNames names, MessageSource messages) {
        this.entries = entries;
        this.waivers = waivers;
        this.names = names;
        this.messages = messages;
    }

    @GetMapping("/manual-entries")
    String list(
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String lab,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> entries.list(ground, lab, at.page(), at.size()));
        model.addAttribute("entries", shown.list());
        model.addAttribute("ground", ground);
        model.addAttribute("grounds", EntryGround.values());
        model.addAttribute("lab", lab);
        common(model, shown.at().page());
        return "manualentry/list" + rows(htmx);
    }

    @GetMapping("/manual-entries/waivers")
    String waivers(@RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        waivers(page, Map.of(), model);
        return WAIVERS + rows(htmx);
    }

    private void waivers(int page, Map<String, String> asked, Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> waivers.list(at.page(), at.size()));
        model.addAttribute("waivers", shown.list());
        model.addAttribute("mayAsk", waivers.mayAsk());
        model.addAttribute("items", Catalogue.current().items());
        model.addAttribute("asked", asked);
        common(model, shown.at().page());
    }

    @PostMapping("/manual-entries/waivers")
    String ask(@RequestParam Map<String, String> form, Locale locale, Model model, HttpServletResponse response) {
        try {
            return "redirect:/manual-entries/waivers/" + waivers.ask(form);
        } catch (RuleBroken refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("wrong", messages.getMessage(refused.code(), refused.arguments(), locale));
            model.addAttribute("wrongField", refused.field().orElse(""));
            waivers(0, form, model);
            return WAIVERS;
        }
    }

    @GetMapping("/manual-entries/waivers/{id}")
    String waiver(@PathVariable String id, Model model) {
        model.addAttribute("waiver", waivers.find(id));
        model.addAttribute("mayAsk", waivers.mayAsk());
        model.addAttribute("mayDecide", waivers.mayDecide());
        common(model, 0);
        return "manualentry/waiver";
    }

    @PostMapping("/manual-entries/waivers/{id}/decision")
    String decide(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String text) {
        waivers.decide(id, decision, text);
        return "redirect:/manual-entries/waivers/{id}";
    }

    /** The station revokes, the laboratory withdraws. */
    @PostMapping("/manual-entries/waivers/{id}/end")
    String end(@PathVariable String id, @RequestParam(defaultValue = "") String text) {
        if (waivers.mayDecide()) {
            waivers.revoke(id, text);
        } else if (waivers.mayAsk()) {
            waivers.withdraw(id, text);
        } else {
            throw new RuleBroken("manualentry.waiver.lab");
        }
        return "redirect:/manual-entries/waivers/{id}";
    }

    private void common(Model model, int page) {
        model.addAttribute("names", names);
        model.addAttribute("catalogue", Catalogue.current());
        model.addAttribute("page", page);
        model.addAttribute("size", SIZE);
    }

    private static String rows(HtmxRequest htmx) {
        return htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest() ? " :: rows" : "";
    }
}
