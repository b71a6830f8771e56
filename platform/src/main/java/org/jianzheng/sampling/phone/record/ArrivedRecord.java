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
 * @param caseKnown whether the person may know of the case it names
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
        boolean caseKnown) {}
