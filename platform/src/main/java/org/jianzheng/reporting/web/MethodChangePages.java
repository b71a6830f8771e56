package org.jianzheng.reporting.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.reporting.changes.ChangedReports;
import org.jianzheng.standards.MethodWords;
import org.jianzheng.standards.catalogue.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Which signed reports this version of the standards' tables would judge otherwise. They are gone through some at a time, the
 * page asking for the next by itself; nothing is kept, and no report is touched.
 */
@Controller
@RequestMapping("/methods/changes")
class MethodChangePages {

    private static final int AT_ONCE = 200;

    private final ChangedReports changes;
    private final Identity identity;
    private final Catalogue catalogue;
    private final MethodWords words;

    MethodChangePages(ChangedReports changes, Identity identity, Catalogue catalogue, MethodWords words) {
        this.changes = changes;
        this.identity = identity;
        this.catalogue = catalogue;
        this.words = words;
    }

    @GetMapping
    String page(Model model) {
        station();
        model.addAttribute("total", changes.count());
        return "reporting/changes";
    }

    /** The next of them; without script each is a page of its own. */
    @GetMapping("/next")
    String next(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "0") long read,
            @RequestParam(defaultValue = "0") long found,
            HtmxRequest htmx,
            Model model) {
        station();
        var part = changes.after(after, AT_ONCE);
        model.addAttribute("total", changes.count());
        model.addAttribute("part", part);
        model.addAttribute("read", read + part.read());
        model.addAttribute("found", found + part.changed().size());
        model.addAttribute("catalogue", catalogue);
        model.addAttribute("words", words);
        return htmx.isHtmxRequest() ? "reporting/changes :: part" : "reporting/changes";
    }

    private void station() {
        if (!identity.acting().ofStation()) {
            throw new NotFound("reporting.changes.station");
        }
    }
}
