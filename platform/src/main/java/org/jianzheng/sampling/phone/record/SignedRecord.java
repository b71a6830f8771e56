package org.jianzheng.sampling.phone.record;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jianzheng.kernel.RuleBroken;

/**
 * What a phone says, read out of the very bytes that it signed.
 *
 * @param id made on the phone
 * @param form by the contract of the task's form, without the position
 * @param marks that the witness scanned, who has no field for them
 * @param at by the phone's clock
 * @param contact the server's time as it was told to this phone last, in the server's own form
 * @param phone thumbprint of the key
 */
record SignedRecord(
        UUID id,
        RecordKind kind,
        UUID caseId,
        String taskId,
        Map<String, Object> form,
        List<String> marks,
        List<Photo> photos,
        Position position,
        Proof proof) {

    private static final int MOST_PHOTOS = 12;
    private static final int MOST_MARKS = 400;

    /** What a photo shows. */
    enum Purpose {
        SEALED,
        PERSON
    }

    record Photo(String sha256, Purpose purpose) {}

    record Position(BigDecimal latitude, BigDecimal longitude, BigDecimal accuracy, Instant at) {}

    record Proof(Instant at, String contact, String phone) {}

    SignedRecord {
        if (id == null || kind == null || caseId == null || taskId == null || form == null) {
            throw new RuleBroken("sampling.record.malformed");
        }
        if (proof == null || proof.at() == null || proof.phone() == null) {
            throw new RuleBroken("sampling.record.malformed");
        }
        marks = marks == null ? List.of() : List.copyOf(marks);
        photos = photos == null ? List.of() : List.copyOf(photos);
        if (photos.size() > MOST_PHOTOS || marks.size() > MOST_MARKS) {
            throw new RuleBroken("sampling.record.malformed");
        }
    }

    List<String> photoHashes() {
        return photos.stream().map(Photo::sha256).distinct().collect(Collectors.toList());
    }

    boolean shows(Purpose purpose) {
        return photos.stream().anyMatch(photo -> photo.purpose() == purpose);
    }
}
