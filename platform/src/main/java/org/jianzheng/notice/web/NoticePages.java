package org.jianzheng.notice.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import org.jianzheng.identity.Identity;
import org.jianzheng.identity.Role;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.notice.Notices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the reader was told. */
@Controller
class NoticePages {

    private static final int SIZE = 20;

    private final Notices notices;
    private final Identity identity;

    NoticePages(Notices notices, Identity identity) {
        this.notices = notices;
        this.identity = identity;
    }

    @GetMapping("/notices")
    String list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> notices.list(unread, at.page(), at.size()));
        model.addAttribute("unread", unread);
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("notices", shown.list());
        model.addAttribute("count", notices.unread());
        boolean looksAfter = identity.acting().has(Role.STATIONADMIN);
        model.addAttribute("backlog", looksAfter ? notices.backlog() : null);
        model.addAttribute("undelivered", looksAfter ? notices.undelivered() : List.of());
        return htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest() ? "notice/list :: rows" : "notice/list";
    }

    /** The number beside the entry of the navigation. */
    @GetMapping("/notices/count")
    String count(Model model) {
        model.addAttribute("count", notices.unread());
        return "notice/count :: count";
    }

    /** That it was read is recorded, so the reader does it and not an address that something else has fetched. */
    @PostMapping("/notices/{id}")
    String open(@PathVariable String id) {
        return "redirect:" + notices.open(id);
    }

    @PostMapping("/notices/read")
    String openAll() {
        notices.openAll();
        return "redirect:/notices";
    }
}
