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
 * @param turn how they turned their head when asked to
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
        List<String> personPhotos,
        Turn turn) {

    /**
     * What the phone asked for and what it then saw.
     *
     * @param asked null where the phone named no contact of this server that one follows from
     * @param photos SHA-256 of the photos taken after that, in their order
     */
    public record Turn(HeadTurn asked, List<String> photos) {

        public Turn {
            photos = List.copyOf(photos);
        }
    }

    public SiteRecordKept {
        personPhotos = List.copyOf(personPhotos);
    }
}
