package org.jianzheng.identity.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.AccountGroups;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the realm each time; whoever asks often keeps the answer. */
@Component
class RealmGroups implements AccountGroups {

    private static final Logger log = LoggerFactory.getLogger(RealmGroups.class);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RealmAccounts accounts;
    private final Clock clock;

    /** Else everybody who asks would wait for it in turn. */
    private volatile Instant silentUntil = Instant.EPOCH;

    RealmGroups(RealmSettings realm, Clock clock) {
        this.accounts = realm.configured() ? new RealmAccounts(realm) : null;
        this.clock = clock;
    }

    @Override
    public Optional<Set<String>> of(String subject) {
        if (accounts == null || clock.instant().isBefore(silentUntil)) {
            return Optional.empty();
        }
        try {
            Account account = accounts.apply(subject);
            return Optional.of(account.enabled() ? account.groups() : Set.of());
        } catch (RuntimeException silent) {
            silentUntil = clock.instant().plus(PAUSE);
            log.warn("Keycloak does not say whose account that is: {}", silent.toString());
            return Optional.empty();
        }
    }
}
