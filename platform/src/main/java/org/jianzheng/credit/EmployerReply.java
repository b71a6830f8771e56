package org.jianzheng.credit;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jianzheng.identity.Person;

/** What the house said. @param appealReason null where it accepted */
@Embeddable
record EmployerReply(String answeredBy, String answeredByName, Instant answeredAt, String appealReason) {

    /** For an entry that nobody has answered. */
    static final EmployerReply NONE = new EmployerReply(null, null, null, null);

    static EmployerReply of(Person person, Instant at, String appealReason) {
        return new EmployerReply(person.username(), person.name(), at, appealReason);
    }
}
