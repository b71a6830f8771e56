package org.jianzheng.credit;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jianzheng.identity.Person;

/** What the house said. @param appealReason null where it accepted */
@Embeddable
record Answer(String answeredBy, String answeredByName, Instant answeredAt, String appealReason) {

    /** For an entry that nobody has answered. */
    static final Answer NONE = new Answer(null, null, null, null);

    static Answer of(Person person, Instant at, String appealReason) {
        return new Answer(person.username(), person.name(), at, appealReason);
    }
}
