package org.jianzheng.sampling.phone.web;

import java.util.Map;
import org.jianzheng.sampling.phone.record.EvidenceDecisions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The station decides on a record that completed nothing, on the page of its case. */
@Controller
class EvidencePages {

    private final EvidenceDecisions decisions;

    EvidencePages(EvidenceDecisions decisions) {
        this.decisions = decisions;
    }

    @PostMapping("/cases/{caseId}/site-records/{arrivalId}/decision")
    String decide(
            @PathVariable String caseId,
            @PathVariable String arrivalId,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason) {
        decisions.decide(caseId, arrivalId, Map.of("decision", decision, "reason", reason));
        return "redirect:/cases/{caseId}";
    }
}
