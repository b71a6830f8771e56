package org.jianzheng.face.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Map;
import org.jianzheng.face.ComparisonState;
import org.jianzheng.face.ComparisonView;
import org.jianzheng.face.FaceComparisons;
import org.jianzheng.face.FaceComparisons.Beside;
import org.jianzheng.face.HumanAnswer;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.kernel.PageAsked;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 人脸比对: of a case, on its page and at the counter; and the list of all. */
@Controller
class FacePages {

    private static final int SIZE = 20;
    private static final List<String> PICTURES = List.of("photo", "enrolled", "registered");

    private final FaceComparisons comparisons;

    FacePages(FaceComparisons comparisons) {
        this.comparisons = comparisons;
    }

    /** With the pictures there are to look at. */
    record Shown(ComparisonView one, FaceComparisons.Pictures pictures) {}

    @GetMapping("/cases/{caseId}/faces")
    String ofCase(@PathVariable String caseId, Model model) {
        model.addAttribute("caseId", caseId);
        model.addAttribute(
                "shown",
                comparisons.ofCase(caseId).stream()
                        .map(one -> new Shown(one, comparisons.pictures(one)))
                        .toList());
        model.addAttribute("mayAnswer", comparisons.mayAnswer());
        model.addAttribute("answers", HumanAnswer.values());
        return "face/comparisons :: faces";
    }

    @GetMapping("/cases/{caseId}/faces/{id}/{which}")
    ResponseEntity<byte[]> picture(@PathVariable String caseId, @PathVariable String id, @PathVariable String which) {
        int place = PICTURES.indexOf(which);
        if (place < 0) {
            throw new NotFound("face.picture.none");
        }
        return PortraitPages.picture(comparisons.picture(caseId, id, Beside.values()[place]));
    }

    @GetMapping("/cases/{caseId}/faces/{id}/turned/{place}")
    ResponseEntity<byte[]> turned(@PathVariable String caseId, @PathVariable String id, @PathVariable int place) {
        return PortraitPages.picture(comparisons.turned(caseId, id, place));
    }

    @PostMapping("/cases/{caseId}/faces/{id}")
    String answer(
            @PathVariable String caseId,
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            HtmxRequest htmx,
            Model model) {
        comparisons.answer(caseId, id, form);
        return htmx.isHtmxRequest() ? ofCase(caseId, model) : "redirect:/cases/{caseId}";
    }

    @GetMapping("/faces")
    String list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            HtmxRequest htmx,
            Model model) {
        var shown = new PageAsked(page, SIZE).show(at -> comparisons.list(state, at.page(), at.size()));
        model.addAttribute("comparisons", shown.list());
        model.addAttribute("states", ComparisonState.values());
        model.addAttribute("state", state);
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "face/list :: rows" : "face/list";
    }
}
