package org.jianzheng.sampling.web;

import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.SpecimenLine;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Specimens for programs: what a machine's host asks for before it opens a run. */
@RestController
class SpecimenApi {

    private final Sampling sampling;

    SpecimenApi(Sampling sampling) {
        this.sampling = sampling;
    }

    /** @param state of their sample, such as {@code RECEIVED}; all when absent */
    @GetMapping("/api/specimens")
    Paged<SpecimenLine> specimens(
            @RequestParam(required = false) String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "20") int size) {
        PageAsked asked = new PageAsked(page, size);
        return sampling.specimens(state, asked.page(), asked.size());
    }
}
