package org.jianzheng.reporting.issuing;

import java.time.Clock;
import java.time.Duration;
import org.jianzheng.identity.Identity;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Component;

/** A signature needs the person: the password typed again in the last minutes, not just a browser left open. */
@Component
public class SignerPresence {

    public static final Duration LASTS = Duration.ofMinutes(5);

    /** Says that presence is proved, and to go back to the form. */
    private static final String PROVED = "/presence";

    private final Identity identity;
    private final Clock clock;

    SignerPresence(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    void require() {
        var earliest = clock.instant().minus(LASTS);
        boolean proved =
                identity.presenceProvedAt().filter(at -> !at.isBefore(earliest)).isPresent();
        if (!proved) {
            throw new RuleBroken("reporting.sign.presence", LASTS.toMinutes(), address());
        }
    }

    /** Where presence is proved. */
    public String address() {
        return identity.stepUpUrl(PROVED).toString();
    }
}
