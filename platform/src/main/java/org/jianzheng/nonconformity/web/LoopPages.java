package org.jianzheng.nonconformity.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.io.IOException;
import java.util.List;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.nonconformity.Nonconformity;
import org.jianzheng.nonconformity.loop.LoopState;
import org.jianzheng.nonconformity.register.RegisterFilter;
import org.jianzheng.records.evidence.Papers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The register of nonconformities, and one loop with its photos, papers and deadlines. */
@Controller
class LoopPages {

    private static final int SIZE = 20;

    private final Nonconformity nonconformity;
    private final Papers papers;

    LoopPages(Nonconformity nonconformity, Papers papers) {
        this.nonconformity = nonconformity;
        this.papers = papers;
    }

    @GetMapping("/nonconformities")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String lab,
            @RequestParam(defaultValue = "") String project,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        RegisterFilter filter = new RegisterFilter(state, lab, project, item, overdue, q);
        var shown = new PageAsked(page, SIZE).show(at -> nonconformity.list(filter, at.page(), at.size()));
        model.addAttribute("filter", filter);
        model.addAttribute("q", q);
        model.addAttribute("loops", shown.list());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        model.addAttribute("states", List.of(LoopState.values()));
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        if (rows) {
            return "nonconformity/list :: rows";
        }
        model.addAttribute("choices", nonconformity.choices());
        return "nonconformity/list";
    }

    @GetMapping("/nonconformities/{reportNo}")
    String one(@PathVariable String reportNo, Model model) {
        var loop = nonconformity.find(reportNo);
        model.addAttribute("loop", loop);
        model.addAttribute("ended", nonconformity.reportEnded(reportNo));
        model.addAttribute("duties", nonconformity.duties(reportNo));
        model.addAttribute("papers", nonconformity.papers(reportNo));
        model.addAttribute("retests", nonconformity.retests(reportNo));
        model.addAttribute("linked", nonconformity.linked(reportNo));
        model.addAttribute("mayAdd", nonconformity.mayAddPapers(reportNo));
        model.addAttribute(
                "mayWithdraw", nonconformity.station() && loop.state().open());
        return "nonconformity/loop";
    }

    @PostMapping("/nonconformities/{reportNo}/papers")
    String add(
            @PathVariable String reportNo,
            @RequestParam String kind,
            @RequestParam(defaultValue = "") String caption,
            @RequestParam MultipartFile file)
            throws IOException {
        nonconformity.addPaper(reportNo, kind, caption, file.getOriginalFilename(), file.getBytes());
        return "redirect:/nonconformities/{reportNo}#papers";
    }

    @GetMapping("/nonconformities/{reportNo}/papers/{id}")
    ResponseEntity<byte[]> paper(@PathVariable String reportNo, @PathVariable String id) {
        return papers.answer(nonconformity.paper(reportNo, id));
    }

    @PostMapping("/nonconformities/{reportNo}/withdrawal")
    String withdraw(@PathVariable String reportNo, @RequestParam(defaultValue = "") String reason) {
        nonconformity.withdraw(reportNo, reason);
        return "redirect:/nonconformities/{reportNo}";
    }

    /** The section of the case page. */
    @GetMapping("/cases/{caseId}/nonconformity")
    String ofCase(@PathVariable String caseId, Model model) {
        model.addAttribute("loops", nonconformity.ofCase(caseId));
        return "nonconformity/case :: section";
    }
}
