package org.jianzheng.credit;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jianzheng.identity.Person;

/** The station's word on an appeal. */
@Embeddable
record AppealDecision(String decidedBy, String decidedByName, Instant decidedAt, String decisionReason) {

    /** For an entry without a decided appeal. */
    static final AppealDecision NONE = new AppealDecision(null, null, null, null);

    static AppealDecision of(Person person, Instant at, String reason) {
        return new AppealDecision(person.username(), person.name(), at, reason);
    }
}
