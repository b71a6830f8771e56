package org.jianzheng.workflow.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jianzheng.identity.Person;
import org.springframework.stereotype.Component;

/** Tells the engine who asks: its permissions hold for a person, and for the platform's own questions none do. */
@Component
public class ActingPerson {

    private final IdentityService identity;

    ActingPerson(IdentityService identity) {
        this.identity = identity;
    }

    /** Does the work with the engine's permissions of that person. */
    public <T> T as(Person person, Supplier<T> work) {
        return with(new Authentication(person.username(), List.copyOf(person.groups())), work);
    }

    /** Does the work as the platform itself, which may read everything. */
    public <T> T asPlatform(Supplier<T> work) {
        return with(null, work);
    }

    private <T> T with(Authentication now, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(now);
        try {
            return work.get();
        } finally {
            identity.setAuthentication(before);
        }
    }
}
