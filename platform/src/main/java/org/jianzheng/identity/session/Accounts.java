package org.jianzheng.identity.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jianzheng.kernel.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts as the realm last gave them, asked again before they are too old to be believed. While the realm is silent the
 * last answer holds for a while, so that its restart stops nobody's work; then nobody goes on unchecked.
 */
class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);

    private static final int MOST = 20_000;
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Function<String, Account> realm;
    private final SessionSettings settings;
    private final Clock clock;
    private final Cache<String, Known> people =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** The realm is not asked again before; else everyone would wait for it in turn. */
    private volatile Instant silentUntil = Instant.EPOCH;

    Accounts(Function<String, Account> realm, SessionSettings settings, Clock clock) {
        this.realm = realm;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Empty where the realm does not answer and the sign-in itself is so fresh that it stands for the answer.
     *
     * @throws Unavailable when the person has gone unchecked for too long
     */
    Optional<Account> of(SignIn signIn) {
        Known known = people.get(signIn.subject(), subject -> new Known());
        // One asks; whoever comes at the same moment waits for that answer.
        synchronized (known) {
            Instant now = clock.instant();
            boolean fresh = known.speaksOf(signIn) && now.isBefore(known.readAt.plus(settings.recheck()));
            return fresh ? Optional.of(known.account) : ask(signIn, known, now);
        }
    }

    private Optional<Account> ask(SignIn signIn, Known known, Instant now) {
        if (now.isBefore(silentUntil)) {
            return lastAnswer(signIn, known, now, null);
        }
        try {
            known.account = realm.apply(signIn.subject());
            known.readAt = now;
            return Optional.of(known.account);
        } catch (RuntimeException silent) {
            silentUntil = clock.instant().plus(PAUSE);
            LOG.warn("Keycloak does not say who people are: {}", silent.toString());
            return lastAnswer(signIn, known, now, silent);
        }
    }

    private Optional<Account> lastAnswer(SignIn signIn, Known known, Instant now, RuntimeException silent) {
        boolean afterSignIn = known.speaksOf(signIn);
        Instant checked = afterSignIn ? known.readAt : signIn.issuedAt();
        if (now.isAfter(checked.plus(settings.unchecked()))) {
            throw new Unavailable("Nobody can tell whether this person may still act", silent);
        }
        return Optional.ofNullable(afterSignIn ? known.account : null);
    }

    private static final class Known {
        private Account account;
        private Instant readAt = Instant.EPOCH;

        /** What was read before the sign-in does not; its time has whole seconds. */
        private boolean speaksOf(SignIn signIn) {
            return account != null && !readAt.isBefore(signIn.issuedAt().plusSeconds(1));
        }
    }
}
