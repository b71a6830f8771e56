package org.jianzheng.sampling.phone.record;

import java.time.Instant;
import org.jianzheng.identity.Person;

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

    String caseId() {
        return about.caseId;
    }

    boolean caseKnown() {
        return about.known && about.caseId != null;
    }
}
