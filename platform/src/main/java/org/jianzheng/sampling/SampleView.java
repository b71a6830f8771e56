package org.jianzheng.sampling;

import java.time.Instant;
import java.util.List;
import org.jianzheng.kernel.GeoPoint;

/**
 * A sample with its custody chain. The latest attempt of its case: a late or refused sample is followed by a new one with
 * new marks.
 *
 * @param sampleNo null until the laboratory has received it
 * @param attempt 1 for the first
 * @param state {@code ISSUED, TAKEN, WITNESSED, RECEIVED, REFUSED, LATE, WITHDRAWN}
 * @param declaredMadeAt when the specimens were made, as declared (申报) by the sampler
 * @param firstScanAt earliest proven time: the first scan of any of its marks by a signed-in person of the chain
 * @param refusalReason 标识破损, 信息不符, 逾期, 超资质, 数量不足, or null
 */
public record SampleView(
        String caseId,
        String sampleNo,
        int attempt,
        String state,
        List<SpecimenView> specimens,
        Instant marksIssuedAt,
        Instant declaredMadeAt,
        Instant firstScanAt,
        Handling taken,
        Handling witnessed,
        Handling received,
        String sealNo,
        String storage,
        String refusalReason,
        String refusalNote) {

    public SampleView {
        specimens = List.copyOf(specimens);
    }

    /** @param firstScanAt null when it was never scanned by itself */
    public record SpecimenView(int position, String mark, Instant firstScanAt, String firstScanBy) {}

    /**
     * One step of the chain.
     *
     * @param employer group path of the person's employer
     * @param place where the phone said it was, or null
     */
    public record Handling(
            Instant at,
            String username,
            String name,
            String employer,
            String employerName,
            String certificateNo,
            GeoPoint place,
            String note) {}
}
