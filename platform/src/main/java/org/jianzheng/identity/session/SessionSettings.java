package org.jianzheng.identity.session;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a sign-in holds. {@code spring.session.timeout} ends one that is not used.
 *
 * @param lifetime after which everybody proves again who they are, however busy
 * @param recheck how long an answer of the realm about a person is believed; what it changes takes effect within that
 * @param unchecked how long people work on while the realm does not answer
 */
@Validated
@ConfigurationProperties("jianzheng.sessions")
record SessionSettings(
        @DefaultValue("12h") Duration lifetime,
        @DefaultValue("45s") Duration recheck,
        @DefaultValue("10m") Duration unchecked) {

    private static final Duration LONGEST_RECHECK = Duration.ofSeconds(60);

    @AssertTrue(message = "jianzheng.sessions.recheck is at most 60s: so long a dismissed person may go on")
    boolean isRecheckedInTime() {
        return recheck.compareTo(LONGEST_RECHECK) <= 0;
    }
}
