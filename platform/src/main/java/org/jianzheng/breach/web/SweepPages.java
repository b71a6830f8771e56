package org.jianzheng.breach.web;

import org.jianzheng.breach.sweep.Sweep;
import org.jianzheng.breach.sweep.SweepResults;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Sweeps by hand, between the nightly ones: what the station alone does. */
@Controller
class SweepPages {

    private final Sweep sweep;
    private final SweepResults sweeps;
    private final Identity identity;

    SweepPages(Sweep sweep, SweepResults sweeps, Identity identity) {
        this.sweep = sweep;
        this.sweeps = sweeps;
        this.identity = identity;
    }

    @GetMapping("/sweeps")
    String sweeps(Model model) {
        station();
        model.addAttribute("sweeps", sweeps.latest());
        return "breach/sweeps";
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
