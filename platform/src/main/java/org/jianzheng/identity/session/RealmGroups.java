package org.jianzheng.identity.session;

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

    private final RealmAccounts accounts;

    RealmGroups(RealmSettings realm) {
        this.accounts = realm.configured() ? new RealmAccounts(realm) : null;
    }

    @Override
    public Optional<Set<String>> of(String subject) {
        if (accounts == null) {
            return Optional.empty();
        }
        try {
            Account account = accounts.apply(subject);
            return Optional.of(account.enabled() ? account.groups() : Set.of());
        } catch (RuntimeException silent) {
            log.warn("Keycloak does not say whose account that is: {}", silent.toString());
            return Optional.empty();
        }
    }
}
