package org.jianzheng.sampling;

import org.jianzheng.qualification.Item;

/** A specimen in lists of programs. {@code method} is the evaluation its test calls for, such as {@code concrete-cube}. */
public record SpecimenLine(
        String mark, int position, String sampleNo, String caseId, String method, String grade, String state) {

    static SpecimenLine of(Specimen specimen) {
        Sample sample = specimen.sample();
        return new SpecimenLine(
                specimen.mark(),
                specimen.position(),
                sample.sampleNo(),
                sample.caseId(),
                Item.of(sample.item()).map(Item::method).orElse(sample.item()),
                sample.grade(),
                sample.state().name());
    }
}
