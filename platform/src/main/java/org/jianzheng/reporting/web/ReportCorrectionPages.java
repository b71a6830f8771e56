package org.jianzheng.reporting.web;

import java.util.Map;
import org.jianzheng.reporting.Reporting;
import org.jianzheng.testing.correction.CorrectionReason;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where somebody asks to have a signed report corrected, voided or recalled. */
@Controller
class ReportCorrectionPages {

    private final Reporting reporting;

    ReportCorrectionPages(Reporting reporting) {
        this.reporting = reporting;
    }

    @GetMapping("/reports/{reportNo}/correction")
    String ask(@PathVariable String reportNo, Model model) {
        model.addAttribute("report", reporting.issued(reportNo));
        model.addAttribute("kinds", reporting.correctable(reportNo));
        model.addAttribute("reasons", CorrectionReason.ofRecord());
        return "reporting/correction";
    }

    @PostMapping("/reports/{reportNo}/correction")
    String asked(@PathVariable String reportNo, @RequestParam Map<String, String> form) {
        return "redirect:/corrections/" + reporting.correct(reportNo, form);
    }
}
