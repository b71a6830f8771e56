package org.jianzheng.credit.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.jianzheng.credit.Credit;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.PageAsked;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Credit for those who are signed in: everybody's for the station, its own for a house. */
@Controller
class CreditPages {

    private static final int SIZE = 20;

    private final Credit credit;
    private final Clock clock;

    CreditPages(Credit credit, Clock clock) {
        this.credit = credit;
        this.clock = clock;
    }

    @GetMapping("/credit")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            HtmxRequest htmx) {
        String own = credit.ownHouse();
        if (!own.isEmpty()) {
            return "redirect:/credit/" + own;
        }
        var shown = new PageAsked(page, SIZE).show(at -> credit.standings(q, at.page(), at.size()));
        model.addAttribute("q", q);
        model.addAttribute("standings", shown.list().items());
        model.addAttribute("total", shown.list().total());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean fragment = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return fragment ? "credit/list :: rows" : "credit/list";
    }

    /** Also for a laboratory alone by its code. */
    @GetMapping("/credit/{labCode}")
    String ofLab(
            @PathVariable String labCode,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        return score("labs", labCode, day, model);
    }

    @GetMapping("/credit/{kind}/{code}")
    String score(
            @PathVariable String kind,
            @PathVariable String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            Model model) {
        LocalDate today = CityTime.today(clock);
        LocalDate asked = day == null || day.isAfter(today) ? today : day;
        model.addAttribute("today", today);
        model.addAttribute("score", credit.score(kind + "/" + code, asked));
        return "credit/score";
    }

    @GetMapping("/credit/entries/{id}")
    String entry(@PathVariable String id, Model model) {
        model.addAttribute("entry", credit.find(id));
        return "credit/entry";
    }
}
