package org.jianzheng.sampling.phone.record;

import java.time.Instant;
import java.util.List;
import org.jianzheng.identity.Person;
import org.jianzheng.sampling.phone.photo.SitePhoto;
import org.jianzheng.sampling.site.SiteRecord;

/**
 * A record as it came.
 *
 * @param body the text that was signed
 * @param by who was signed in
 * @param phoneId the phone that signed it; null while that is not certain
 * @param contactAt out of the server's own proof, or null
 */
record ArrivedRecord(
        String arrivalId,
        SignedRecord record,
        String body,
        String sha256,
        String signature,
        Person by,
        String phoneId,
        Instant contactAt,
        Instant at,
        About about) {

    /**
     * What it is about.
     *
     * @param caseId that it names, or that its marks are of; null while that is not certain
     * @param known whether the person may know of that case
     * @param taskId that it completes; null of a witness's record while the sampler's has not come
     */
    record About(String caseId, boolean known, String taskId) {}

    ArrivedRecord about(String caseId, boolean known, String taskId) {
        return new ArrivedRecord(
                arrivalId,
                record,
                body,
                sha256,
                signature,
                by,
                phoneId,
                contactAt,
                at,
                new About(caseId, known, taskId));
    }

    /**
     * What goes with the form that it fills in.
     *
     * @param photos those of it that have come
     * @param held null of one whose task was open when it was signed
     */
    SiteRecord site(List<SitePhoto> photos, SiteRecord.Held held) {
        return new SiteRecord(
                record.id().toString(),
                record.proof().phone(),
                record.proof().at(),
                contactAt,
                record.position() == null ? null : record.position().accuracy(),
                photos.stream().map(SitePhoto::proof).toList(),
                held);
    }

    String caseId() {
        return about.caseId;
    }

    boolean caseKnown() {
        return about.known && about.caseId != null;
    }
}
