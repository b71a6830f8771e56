package org.jianzheng.batch.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jianzheng.batch.BatchChoice;
import org.jianzheng.batch.BatchKind;
import org.jianzheng.batch.BatchSelection;
import org.jianzheng.batch.Batches;
import org.jianzheng.batch.EvaluationView;
import org.jianzheng.batch.SelectionView;
import org.jianzheng.kernel.FormValues;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The batches of a project: what may be evaluated, choosing the groups, what was evaluated. */
@Controller
class BatchPages {

    private static final int SIZE = 20;
    private static final int GROUPS = 50;

    private final Batches batches;
    private final PrintedEvaluation printed;

    BatchPages(Batches batches, PrintedEvaluation printed) {
        this.batches = batches;
        this.printed = printed;
    }

    @GetMapping("/projects/{code}/batches")
    String list(@PathVariable String code, @RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        model.addAttribute("project", batches.project(code));
        var shown = new PageAsked(page, SIZE).show(at -> batches.list(code, at.page(), at.size()));
        model.addAttribute("evaluations", shown.list());
        paged(model, shown.at().page(), SIZE);
        return fragment(htmx) ? "batch/list :: rows" : "batch/list";
    }

    /** The section of that page. */
    @GetMapping("/projects/{code}/batches/offers")
    String offers(@PathVariable String code, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("project", batches.project(code));
        var shown = new PageAsked(page, SIZE).show(at -> batches.offers(code, at.page(), at.size()));
        model.addAttribute("offers", shown.list());
        model.addAttribute("mayEvaluate", batches.mayEvaluate());
        paged(model, shown.at().page(), SIZE);
        return "batch/list :: offers";
    }

    @GetMapping("/projects/{code}/batches/offers/{key}")
    String choose(
            @PathVariable String code,
            @PathVariable String key,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") List<String> leave,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        BatchChoice choice = BatchChoice.of(key, new FormValues(form), Set.copyOf(leave));
        SelectionView view = batches.selection(code, choice);
        var shown = new PageAsked(page, GROUPS).show(at -> view.page(at.page(), at.size()));
        model.addAttribute("project", batches.project(code));
        model.addAttribute("choice", choice);
        model.addAttribute("view", view);
        model.addAttribute("groups", shown.list());
        model.addAttribute("elsewhere", elsewhere(choice, shown.list()));
        model.addAttribute("mayEvaluate", batches.mayEvaluate());
        paged(model, shown.at().page(), GROUPS);
        return fragment(htmx) ? "batch/choose :: choosing" : "batch/choose";
    }

    @PostMapping("/projects/{code}/batches/offers/{key}")
    String evaluate(
            @PathVariable String code,
            @PathVariable String key,
            @RequestParam Map<String, String> form,
            @RequestParam(defaultValue = "") List<String> leave) {
        String no = batches.evaluate(code, BatchChoice.of(key, new FormValues(form), Set.copyOf(leave)));
        return "redirect:/projects/{code}/batches/" + no;
    }

    @GetMapping("/projects/{code}/batches/{no}")
    String one(
            @PathVariable String code,
            @PathVariable String no,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        EvaluationView view = batches.find(code, no);
        model.addAttribute("project", batches.project(code));
        model.addAttribute("view", view);
        model.addAttribute("sheet", view.sheet());
        if (!view.proven()) {
            return "batch/evaluation";
        }
        var shown = new PageAsked(page, GROUPS).show(at -> view.sheet().lines(at.page(), at.size()));
        model.addAttribute("lines", shown.list());
        model.addAttribute("concrete", view.sheet().criteria().kind() == BatchKind.CONCRETE);
        paged(model, shown.at().page(), GROUPS);
        return fragment(htmx) ? "batch/evaluation :: rows" : "batch/evaluation";
    }

    @GetMapping("/projects/{code}/batches/{no}.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String code, @PathVariable String no) {
        byte[] pdf = printed.pdf(batches.find(code, no));
        var inline = ContentDisposition.inline().filename(no + ".pdf").build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, inline.toString())
                .cacheControl(CacheControl.noStore())
                .body(pdf);
    }

    /** Left out and not on the page that is shown, where they have their box. */
    private static List<String> elsewhere(BatchChoice choice, Paged<BatchSelection.Chosen> shown) {
        return choice.leftOut().stream()
                .filter(no -> shown.items().stream()
                        .noneMatch(one -> one.group().reportNo().equals(no)))
                .toList();
    }

    private static void paged(Model model, int page, int size) {
        model.addAttribute("page", page);
        model.addAttribute("size", size);
    }

    private static boolean fragment(HtmxRequest htmx) {
        return htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
    }
}
