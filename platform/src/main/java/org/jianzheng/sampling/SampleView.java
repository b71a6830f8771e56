package org.jianzheng.sampling;

import java.time.Instant;
import java.util.List;
import org.jianzheng.kernel.GeoPoint;

/**
 * A sample with its custody chain. A late or refused sample is followed by a new one, the next attempt, with new marks.
 *
 * @param sampleNo null until the laboratory has received it
 * @param label commission number and attempt: its name until then
 * @param attempt 1 for the first
 * @param state {@code ISSUED, TAKEN, WITNESSED, RECEIVED, REFUSED, LATE, GIVEN_UP}
 * @param declaredMadeAt when the specimens were made, as declared (申报) by the sampler
 * @param firstScanAt earliest proven time: the first scan of any of its marks by a signed-in person of the chain
 * @param refusal 标识破损, 信息不符, 逾期, 超资质, 数量不足, or null
 * @param refusalNo number of the slip (拒收单), or null
 * @param reason why it was closed: what was late, the witness's objection, the receiver's note; or null
 */
public record SampleView(
        String caseId,
        String sampleNo,
        String label,
        int attempt,
        String state,
        List<SpecimenView> specimens,
        Instant marksIssuedAt,
        Instant declaredMadeAt,
        Instant firstScanAt,
        String firstScanBy,
        Handling taken,
        Handling witnessed,
        Handling received,
        String sealNo,
        String storage,
        String refusal,
        String refusalNo,
        String reason) {

    public SampleView {
        specimens = List.copyOf(specimens);
    }

    /** @param scans the first by each person, the earliest first */
    public record SpecimenView(int position, String mark, List<ScanView> scans) {

        public SpecimenView {
            scans = List.copyOf(scans);
        }
    }

    /** @param role name of the role in which the person scanned */
    public record ScanView(Instant at, String username, String name, String role) {}

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
