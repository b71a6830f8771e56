package org.jianzheng.qualification.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.qualification.GateRule;
import org.jianzheng.qualification.Qualification;
import org.jianzheng.qualification.breach.Sweep;
import org.jianzheng.qualification.breach.Sweeps;
import org.jianzheng.qualification.gate.Waivers;
import org.jianzheng.standards.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the station does about the gate: waivers, and sweeps between the nightly ones. */
@Controller
class StationPages {

    private final Waivers waivers;
    private final Qualification qualification;
    private final Sweep sweep;
    private final Sweeps sweeps;
    private final Identity identity;
    private final Clock clock;

    StationPages(
            Waivers waivers, Qualification qualification, Sweep sweep, Sweeps sweeps, Identity identity, Clock clock) {
        this.waivers = waivers;
        this.qualification = qualification;
        this.sweep = sweep;
        this.sweeps = sweeps;
        this.identity = identity;
        this.clock = clock;
    }

    @GetMapping("/waivers")
    String waivers(Model model) {
        model.addAttribute("waivers", waivers.list());
        model.addAttribute("mayGrant", waivers.mayGrant());
        model.addAttribute("labs", qualification.labs());
        // What is not registered cannot be waived, and a suspension is lifted, not waived.
        model.addAttribute(
                "rules",
                Arrays.stream(GateRule.values())
                        .filter(rule ->
                                rule != GateRule.LAB_SUSPENDED && !rule.name().endsWith("UNKNOWN"))
                        .toList());
        model.addAttribute("items", Catalogue.current().items());
        model.addAttribute("today", CityTime.today(clock));
        return "qualification/waivers";
    }

    @PostMapping("/waivers")
    String grant(
            @RequestParam String lab,
            @RequestParam GateRule rule,
            @RequestParam(defaultValue = "") String item,
            @RequestParam String until,
            @RequestParam(defaultValue = "") String reason) {
        String code = qualification.lab(lab).code();
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

    @GetMapping("/sweeps")
    String sweeps(Model model) {
        station();
        model.addAttribute("sweeps", sweeps.latest());
        return "qualification/sweeps";
    }

    @PostMapping("/sweeps")
    String sweep() {
        station();
        sweep.run();
        return "redirect:/sweeps";
    }

    private void station() {
        if (identity.scope().kind() != Scope.Kind.ALL) {
            throw new NotFound("gate.sweeps.station");
        }
    }
}
