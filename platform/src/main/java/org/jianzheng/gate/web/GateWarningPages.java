package org.jianzheng.gate.web;

import org.jianzheng.gate.Gate;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the gate has warned of, on the page of the case. */
@Controller
class GateWarningPages {

    private final Gate gate;

    GateWarningPages(Gate gate) {
        this.gate = gate;
    }

    @GetMapping("/cases/{caseId}/gate")
    String warnings(@PathVariable String caseId, Model model) {
        model.addAttribute("warnings", gate.warnings(caseId));
        return "gate/warnings :: section";
    }
}
