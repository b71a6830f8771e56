package org.jianzheng.acquisition.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jianzheng.acquisition.check.SmartChecks;
import org.jianzheng.acquisition.checking.CheckSwitch;
import org.jianzheng.acquisition.checking.CheckSwitches;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The smart checks, each with its sentence, and which of them the station has switched off. */
@Controller
class CheckPages {

    /** What a sentence says of a run, left open. */
    private static final Object[] OPEN = new Object[8];

    static {
        Arrays.fill(OPEN, "…");
    }

    private final SmartChecks checks;
    private final CheckSwitches switches;
    private final MessageSource messages;
    private final Clock clock;

    CheckPages(SmartChecks checks, CheckSwitches switches, MessageSource messages, Clock clock) {
        this.checks = checks;
        this.switches = switches;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * @param limits in words; empty where the rule has none
     * @param next what the station said for a later moment; null where nothing
     */
    record Line(SmartChecks.Listed check, String sentence, List<String> limits, boolean on, CheckSwitch next) {}

    @GetMapping("/runs/checks")
    String list(Locale locale, Model model) {
        model.addAttribute(
                "lines",
                checks.listed().stream().map(each -> line(each, locale)).toList());
        return "acquisition/checks";
    }

    private Line line(SmartChecks.Listed check, Locale locale) {
        Instant now = clock.instant();
        List<CheckSwitch> said = switches.of(check.rule());
        CheckSwitch next = said.stream()
                .filter(each -> each.from().isAfter(now))
                .reduce((earlier, later) -> later)
                .orElse(null);
        return new Line(
                check,
                messages.getMessage(check.messageKey(), OPEN, locale),
                limits(check, locale),
                check.on() && switches.isOn(check.rule(), now),
                next);
    }

    private List<String> limits(SmartChecks.Listed check, Locale locale) {
        return check.limits().entrySet().stream()
                // A file of the station's own may name what no rule asks for.
                .map(limit -> messages.getMessage(
                        check.messageKey() + ".limit." + limit.getKey(),
                        new Object[] {limit.getValue()},
                        limit.getKey() + " " + limit.getValue(),
                        locale))
                .toList();
    }

    @GetMapping("/runs/checks/{rule}")
    String one(@PathVariable String rule, Locale locale, Model model) {
        SmartChecks.Listed check = checks.listed().stream()
                .filter(each -> each.rule().equals(rule))
                .findFirst()
                .orElseThrow(() -> new NotFound("acquisition.switch.unknown"));
        model.addAttribute("line", line(check, locale));
        model.addAttribute("said", switches.of(rule));
        model.addAttribute("maySwitch", check.on() && switches.maySwitch());
        model.addAttribute("soonest", CityTime.today(clock).plusDays(1).atStartOfDay());
        return "acquisition/check";
    }

    @PostMapping("/runs/checks/{rule}")
    String set(@PathVariable String rule, @RequestParam Map<String, String> form) {
        switches.set(rule, "on".equals(form.get("to")), form);
        return "redirect:/runs/checks/" + rule;
    }
}
