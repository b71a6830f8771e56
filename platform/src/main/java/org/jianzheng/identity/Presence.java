package org.jianzheng.identity;

import java.time.Clock;
import java.time.Duration;
import org.jianzheng.kernel.RuleBroken;
import org.springframework.stereotype.Component;

/** Signing, and opening a test, need the person: the password typed again in the last minutes, not just a browser left open. */
@Component
public class Presence {

    public static final Duration LASTS = Duration.ofMinutes(5);

    /** Says that presence is proved, and to go back to the form. */
    private static final String PROVED = "/presence";

    private final Identity identity;
    private final Clock clock;

    Presence(Identity identity, Clock clock) {
        this.identity = identity;
        this.clock = clock;
    }

    public boolean isProved() {
        var earliest = clock.instant().minus(LASTS);
        return identity.presenceProvedAt().filter(at -> !at.isBefore(earliest)).isPresent();
    }

    /**
     * @param refusal key of a message that takes the minutes and where presence is proved, for people; programs are told what
     *     their token lacks
     */
    public void require(String refusal) {
        if (!isProved()) {
            if (identity.isProgram()) {
                throw new RuleBroken("identity.presence.program", LASTS.toMinutes());
            }
            throw new RuleBroken(refusal, LASTS.toMinutes(), address());
        }
    }

    /** Where presence is proved. */
    public String address() {
        return address(PROVED);
    }

    /** The same, and back to that path of this site. */
    public String address(String returnTo) {
        return identity.stepUpUrl(returnTo).toString();
    }
}
