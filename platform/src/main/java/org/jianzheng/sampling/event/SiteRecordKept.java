package org.jianzheng.sampling.event;

import java.time.Instant;
import java.util.List;

/**
 * A phone's record of taking or witnessing was kept and completed its task; told as part of keeping it.
 *
 * @param arrivalId of the record as it came
 * @param sample its label: commission number and attempt
 * @param at when it arrived, by the server's clock
 * @param personPhotos SHA-256 of the photos that show whoever made it
 */
public record SiteRecordKept(
        String arrivalId,
        CustodyRecorded.Step step,
        String sample,
        String caseId,
        String labCode,
        Instant at,
        String username,
        String name,
        List<String> personPhotos) {

    public SiteRecordKept {
        personPhotos = List.copyOf(personPhotos);
    }
}
