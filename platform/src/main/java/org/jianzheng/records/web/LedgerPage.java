package org.jianzheng.records.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import org.jianzheng.records.Ledger;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ledger section of a case's page. */
@Controller
class LedgerPage {

    private static final int SIZE = 20;
    private static final int LAST = 10_000;

    private final Ledger ledger;

    LedgerPage(Ledger ledger) {
        this.ledger = ledger;
    }

    @GetMapping("/cases/{caseId}/ledger")
    String ledger(
            @PathVariable String caseId, @RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        int shown = Math.min(Math.max(page, 0), LAST);
        model.addAttribute("entries", ledger.ofCase(caseId, shown, SIZE));
        model.addAttribute("page", shown);
        model.addAttribute("size", SIZE);
        return "ledger-entries".equals(htmx.getTarget()) ? "records/ledger :: entries" : "records/ledger :: section";
    }
}
