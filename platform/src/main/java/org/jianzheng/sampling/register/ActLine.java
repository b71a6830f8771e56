package org.jianzheng.sampling.register;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A line of a register: one sample as it was taken, or as it was witnessed.
 *
 * @param sampleNo null until the laboratory has received it
 * @param state of the sample now
 * @param specimens how many
 */
public record ActLine(
        String caseId,
        String label,
        String sampleNo,
        String projectCode,
        String item,
        String grade,
        String labCode,
        String state,
        String sealNo,
        Instant declaredMadeAt,
        int specimens,
        Act taken,
        Act witnessed) {

    /** One step: null where it has not been taken. */
    public record Act(
            Instant at,
            String name,
            String employer,
            String certificate,
            BigDecimal latitude,
            BigDecimal longitude,
            String note) {}
}
