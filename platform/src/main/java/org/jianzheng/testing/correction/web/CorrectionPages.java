package org.jianzheng.testing.correction.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.time.Clock;
import java.time.LocalDate;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.DaySpan;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.testing.correction.CorrectionFilter;
import org.jianzheng.testing.correction.CorrectionRegister;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Corrections: which, whose, how often. */
@Controller
class CorrectionPages {

    private static final int SIZE = 20;
    private static final int PERIOD_DAYS = 90;

    private final CorrectionRegister register;
    private final Clock clock;

    CorrectionPages(CorrectionRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping("/corrections")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "true") boolean verdict,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var filter = new CorrectionFilter(q, verdict, period(from, until));
        var shown = new PageAsked(page, SIZE).show(at -> register.list(filter, at.page(), at.size()));
        model.addAttribute("q", q);
        model.addAttribute("verdict", verdict);
        model.addAttribute("period", filter.proposed());
        model.addAttribute("corrections", shown.list().items());
        model.addAttribute("total", shown.list().total());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean fragment = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return fragment ? "testing/corrections :: rows" : "testing/corrections";
    }

    @GetMapping("/corrections/people")
    String people(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var filter = new CorrectionFilter("", true, period(from, until));
        var shown = new PageAsked(page, SIZE).show(at -> register.tallies(filter, at.page(), at.size()));
        model.addAttribute("period", filter.proposed());
        model.addAttribute("tallies", shown.list().items());
        model.addAttribute("total", shown.list().total());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean fragment = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return fragment ? "testing/correction-people :: rows" : "testing/correction-people";
    }

    @GetMapping("/corrections/{id}")
    String correction(@PathVariable String id, Model model) {
        model.addAttribute("correction", register.find(id));
        return "testing/correction";
    }

    private DaySpan period(LocalDate from, LocalDate until) {
        LocalDate last = until == null ? CityTime.today(clock) : until;
        return new DaySpan(from == null ? last.minusDays(PERIOD_DAYS) : from, last);
    }
}
