package org.jianzheng.archive.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jianzheng.archive.Archive;
import org.jianzheng.kernel.PageAsked;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of archived cases. */
@Controller
class ArchivePages {

    private static final int SIZE = 20;

    private final Archive archive;

    ArchivePages(Archive archive) {
        this.archive = archive;
    }

    @GetMapping("/archive")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> archive.list(q, at.page(), at.size()));
        model.addAttribute("q", q);
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("entries", shown.list());
        return htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest() ? "archive/list :: rows" : "archive/list";
    }
}
