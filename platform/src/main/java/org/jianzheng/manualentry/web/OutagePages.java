package org.jianzheng.manualentry.web;

import org.jianzheng.manualentry.Outages;
import org.jianzheng.manualentry.SendingMachines;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** On the page of a machine: that it is out of order, and what its laboratory may do until it is back. */
@Controller
class OutagePages {

    private static final String VIEW = "manualentry/outage :: outage";

    private final Outages outages;
    private final SendingMachines machines;

    OutagePages(Outages outages, SendingMachines machines) {
        this.outages = outages;
        this.machines = machines;
    }

    @GetMapping("/equipment/{code}/outage")
    String outage(@PathVariable String code, Model model) {
        model.addAttribute("code", code);
        model.addAttribute("outages", outages.of(code));
        model.addAttribute("mayReport", outages.mayReport(code));
        model.addAttribute("mayAllow", outages.mayAllow(code));
        model.addAttribute("required", machines.required(code).orElse(null));
        model.addAttribute("mayRequire", machines.mayRequire());
        return VIEW;
    }

    @PostMapping("/equipment/{code}/outage")
    String report(@PathVariable String code, @RequestParam(defaultValue = "") String reason) {
        outages.report(code, reason);
        return "redirect:/equipment/{code}";
    }

    /** The station wants it to send by itself. */
    @PostMapping("/equipment/{code}/sending")
    String require(@PathVariable String code, @RequestParam(defaultValue = "") String reason) {
        machines.require(code, reason);
        return "redirect:/equipment/{code}";
    }

    @PostMapping("/equipment/{code}/outage/day")
    String allowToday(@PathVariable String code, @RequestParam(defaultValue = "") String reason) {
        outages.allowToday(code, reason);
        return "redirect:/equipment/{code}";
    }

    @PostMapping("/equipment/{code}/outage/return")
    String giveBack(@PathVariable String code, @RequestParam(defaultValue = "") String reason) {
        outages.giveBack(code, reason);
        return "redirect:/equipment/{code}";
    }
}
