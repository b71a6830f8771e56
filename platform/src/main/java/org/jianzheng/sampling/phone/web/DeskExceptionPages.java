package org.jianzheng.sampling.phone.web;

import org.jianzheng.sampling.site.DeskExceptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The station lets a case be recorded at a desk, on the page of the case. */
@Controller
class DeskExceptionPages {

    private final DeskExceptions exceptions;

    DeskExceptionPages(DeskExceptions exceptions) {
        this.exceptions = exceptions;
    }

    @PostMapping("/cases/{caseId}/desk-exception")
    String grant(@PathVariable String caseId, @RequestParam(defaultValue = "") String reason) {
        exceptions.grant(caseId, reason);
        return "redirect:/cases/{caseId}";
    }
}
