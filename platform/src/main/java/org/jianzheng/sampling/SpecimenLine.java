package org.jianzheng.sampling;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jianzheng.standards.catalogue.Catalogue;

/**
 * A specimen in lists of programs. Its mark is null until its sample is received: whoever still has to scan it must hold it.
 * {@code method} is the evaluation its test calls for, such as {@code concrete-cube}.
 */
@Schema(name = "Specimen")
public record SpecimenLine(
        @Schema(types = {"string", "null"}) String mark,
        int position,
        @Schema(types = {"string", "null"}) String sampleNo,
        String caseId,
        String method,
        String grade,
        SampleState state) {

    static SpecimenLine of(Specimen specimen) {
        Sample sample = specimen.sample();
        return new SpecimenLine(
                sample.state() == SampleState.RECEIVED ? specimen.mark() : null,
                specimen.position(),
                sample.sampleNo(),
                sample.caseId(),
                Catalogue.current().method(sample.item()),
                sample.grade(),
                sample.state());
    }
}
