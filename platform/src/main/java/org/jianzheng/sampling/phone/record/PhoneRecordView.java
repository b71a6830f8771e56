package org.jianzheng.sampling.phone.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jianzheng.sampling.phone.photo.DestroyedPhoto;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.sampling.site.RecordOutcome;

/**
 * A record of a phone as people see it on its case.
 *
 * @param sampleLabel of the attempt it was about, or null
 * @param reason why it was refused or does not count, or null
 * @param accuracy of its position in metres, or null
 */
public record PhoneRecordView(
        String arrivalId,
        String id,
        String phoneId,
        Sender sender,
        RecordKind kind,
        String sampleLabel,
        RecordOutcome outcome,
        String reason,
        Times times,
        BigDecimal accuracy,
        List<Photo> photos) {

    public PhoneRecordView {
        photos = List.copyOf(photos);
    }

    public record Sender(String username, String name) {}

    /**
     * When it was made and when it came.
     *
     * @param phone by the phone's clock
     * @param contact when the server last told that phone the time before, or null
     * @param arrived by the server's clock
     */
    public record Times(Instant phone, Instant contact, Instant arrived) {}

    /**
     * One that it named.
     *
     * @param kept null where the photo never came
     * @param purpose {@code SEALED} or {@code PERSON}
     * @param destroyed null while it can be seen
     */
    public record Photo(String sha256, String purpose, SitePhoto kept, DestroyedPhoto destroyed) {}
}
