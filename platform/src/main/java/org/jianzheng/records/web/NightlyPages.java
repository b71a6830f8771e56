package org.jianzheng.records.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Scope;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.records.nightly.FoundMismatch;
import org.jianzheng.records.nightly.NightlyChecks;
import org.jianzheng.records.nightly.NightlyOutcome;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the last reading-back of all records came to, for the station. */
@Controller
class NightlyPages {

    private static final int SIZE = 20;

    private final NightlyChecks checks;
    private final Identity identity;

    NightlyPages(NightlyChecks checks, Identity identity) {
        this.checks = checks;
        this.identity = identity;
    }

    @GetMapping("/ledger-checks")
    String latest(@RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        station();
        List<NightlyOutcome> latest = checks.latest();
        var shown = new PageAsked(page, SIZE)
                .show(at -> latest.isEmpty()
                        ? new Paged<FoundMismatch>(List.of(), 0)
                        : checks.mismatches(latest.get(0).runAt(), at.page(), at.size()));
        model.addAttribute("outcomes", latest);
        model.addAttribute(
                "mismatches",
                latest.stream().mapToLong(NightlyOutcome::mismatches).sum());
        model.addAttribute("underWay", checks.underWay().orElse(null));
        model.addAttribute("found", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        return "mismatches".equals(htmx.getTarget()) ? "records/checks :: found" : "records/checks";
    }

    @PostMapping("/ledger-checks")
    String begin() {
        station();
        checks.begin();
        return "redirect:/ledger-checks";
    }

    private void station() {
        if (identity.scope().kind() != Scope.Kind.ALL) {
            throw new NotFound("records.checks.station");
        }
    }
}
