package org.jianzheng.credit;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jianzheng.identity.Person;

/** The station's word on an appeal. */
@Embeddable
record Decision(String decidedBy, String decidedByName, Instant decidedAt, String decisionReason) {

    /** For an entry without a decided appeal. */
    static final Decision NONE = new Decision(null, null, null, null);

    static Decision of(Person person, Instant at, String reason) {
        return new Decision(person.username(), person.name(), at, reason);
    }
}
