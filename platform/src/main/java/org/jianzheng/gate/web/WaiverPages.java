package org.jianzheng.gate.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jianzheng.gate.GateRule;
import org.jianzheng.gate.Waivers;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Registry;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the station waives a rule of the gate for a laboratory. */
@Controller
class WaiverPages {

    private final Waivers waivers;
    private final Registry registry;
    private final Clock clock;

    WaiverPages(Waivers waivers, Registry registry, Clock clock) {
        this.waivers = waivers;
        this.registry = registry;
        this.clock = clock;
    }

    @GetMapping("/waivers")
    String waivers(Model model) {
        model.addAttribute("waivers", waivers.list());
        model.addAttribute("mayGrant", waivers.mayGrant());
        model.addAttribute("labs", registry.labs());
        // What is not registered cannot be waived, and a suspension is lifted, not waived.
        model.addAttribute(
                "rules",
                Arrays.stream(GateRule.values())
                        .filter(rule ->
                                rule != GateRule.LAB_SUSPENDED && !rule.name().endsWith("UNKNOWN"))
                        .toList());
        model.addAttribute("items", Catalogue.current().items());
        model.addAttribute("today", CityTime.today(clock));
        return "gate/waivers";
    }

    @PostMapping("/waivers")
    String grant(
            @RequestParam String lab,
            @RequestParam GateRule rule,
            @RequestParam(defaultValue = "") String item,
            @RequestParam String until,
            @RequestParam(defaultValue = "") String reason) {
        String code = registry.lab(lab).code();
        waivers.grant(code, rule, item.isEmpty() ? null : item, day(until), reason);
        return "redirect:/waivers";
    }

    private static LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            throw RuleBroken.at("until", "kernel.form.date", typed);
        }
    }

    @PostMapping("/waivers/{id}/withdraw")
    String withdraw(@PathVariable String id) {
        waivers.withdraw(id);
        return "redirect:/waivers";
    }
}
