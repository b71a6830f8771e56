package org.jianzheng.qualification.web;

import org.jianzheng.qualification.gate.GateKeeper;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What the gate has warned of, on the page of the case. */
@Controller
class GatePages {

    private final GateKeeper keeper;

    GatePages(GateKeeper keeper) {
        this.keeper = keeper;
    }

    @GetMapping("/cases/{caseId}/gate")
    String warnings(@PathVariable String caseId, Model model) {
        model.addAttribute("warnings", keeper.warnings(caseId));
        return "qualification/gate :: section";
    }
}
