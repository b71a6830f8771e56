package org.jianzheng.position.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.position.PositionFix;
import org.jianzheng.position.Positions;
import org.jianzheng.position.site.SiteDrawing;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The ground of a project, drawn to scale, with where its samples were taken and witnessed. */
@Controller
class SitePages {

    private static final int SIZE = 50;

    private final Positions positions;

    SitePages(Positions positions) {
        this.positions = positions;
    }

    /**
     * A position in the list and in the drawing.
     *
     * @param dot null where there is no ground to draw it on
     */
    record Placed(PositionFix fix, SiteDrawing.Dot dot) {}

    @GetMapping("/projects/{code}/site")
    String site(@PathVariable String code, @RequestParam(defaultValue = "0") int page, HtmxRequest htmx, Model model) {
        Positions.Site site = positions.site(code);
        var shown = new PageAsked(page, SIZE).show(at -> positions.fixes(code, at.page(), at.size()));
        Paged<PositionFix> fixes = shown.list();
        SiteDrawing drawing = site.outline() == null
                ? null
                : new SiteDrawing(
                        site.outline(),
                        fixes.items().stream().map(PositionFix::place).toList());
        model.addAttribute("site", site);
        model.addAttribute("drawing", drawing);
        model.addAttribute("placed", placed(fixes.items(), drawing));
        model.addAttribute("total", fixes.total());
        model.addAttribute("page", shown.at().page());
        model.addAttribute("size", SIZE);
        boolean rows = htmx.isHtmxRequest() && !htmx.isHistoryRestoreRequest();
        return rows ? "position/site :: rows" : "position/site";
    }

    private static List<Placed> placed(List<PositionFix> fixes, SiteDrawing drawing) {
        return fixes.stream()
                .map(fix -> new Placed(
                        fix,
                        drawing == null
                                ? null
                                : drawing.dot(
                                        fix.place(),
                                        fix.accuracyMetres() == null
                                                ? 0
                                                : fix.accuracyMetres().doubleValue())))
                .toList();
    }

    @PostMapping("/projects/{code}/site")
    String draw(@PathVariable String code, @RequestParam Map<String, String> form) {
        positions.draw(code, form);
        return "redirect:/projects/{code}/site";
    }
}
