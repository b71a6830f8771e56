package org.jianzheng.records.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.records.ledger.Ledger;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger section of a case's page. */
@Controller
class LedgerPages {

    private static final int SIZE = 20;

    private final Ledger ledger;

    LedgerPages(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/cases/{caseId}/ledger")
    String ledger(
            @PathVariable String caseId, @RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> ledger.ofCase(caseId, at.page(), at.size()));
        model.addAttribute("entries", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        return "ledger-entries".equals(htmx.getTarget()) ? "records/ledger :: entries" : "records/ledger :: section";
    }
}
