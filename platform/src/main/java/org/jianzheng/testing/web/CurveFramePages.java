package org.jianzheng.testing.web;

import org.jianzheng.testing.recording.MeasuredCurves;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The curves of a case within the forms of those who record and judge it. To look at: it sends nothing. */
@Controller
class CurveFramePages {

    private final MeasuredCurves curves;

    CurveFramePages(MeasuredCurves curves) {
        this.curves = curves;
    }

    @GetMapping("/tests/{caseId}/curves")
    String curves(@PathVariable String caseId, Model model) {
        model.addAttribute("curves", curves.of(caseId));
        return "testing/curves";
    }
}
