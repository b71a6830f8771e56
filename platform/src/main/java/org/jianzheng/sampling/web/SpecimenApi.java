package org.jianzheng.sampling.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jianzheng.kernel.PageAsked;
import org.jianzheng.kernel.Paged;
import org.jianzheng.sampling.SampleState;
import org.jianzheng.sampling.Sampling;
import org.jianzheng.sampling.SpecimenLine;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Specimens for programs: what a machine's host asks for before it opens a run. */
@RestController
@Tag(name = "specimens")
class SpecimenApi {

    private final Sampling sampling;

    SpecimenApi(Sampling sampling) {
        this.sampling = sampling;
    }

    @Operation(operationId = "listSpecimens", summary = "Specimens by the state of their sample, the newest first")
    @GetMapping("/api/specimens")
    Paged<SpecimenLine> specimens(
            @RequestParam(required = false) SampleState state,
            @RequestParam(defaultValue = "0") @Min(0) @Max(PageAsked.LAST) int page,
            @RequestParam(defaultValue = "20") @Min(1) @Max(PageAsked.LARGEST) int size) {
        return sampling.specimens(state, page, size);
    }
}
