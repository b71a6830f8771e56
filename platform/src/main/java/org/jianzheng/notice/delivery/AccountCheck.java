package org.jianzheng.notice.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jianzheng.identity.AccountGroups;
import org.jianzheng.identity.Person;
import org.jianzheng.kernel.CityTime;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether who asked to be told is still who they were: an address ends with the account, and follows it into another group. While
 * the realm is silent its last word holds, for what a message says is fit for anybody's eyes.
 */
@Component
class AccountCheck {

    /** Between two questions about one address. */
    private static final Duration BELIEVED = Duration.ofMinutes(5);

    private static final Duration SWEPT = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 5_000;

    private final AddressStore addresses;
    private final DeliveryStore deliveries;
    private final ObjectProvider<AccountGroups> accounts;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AccountCheck(
            AddressStore addresses,
            DeliveryStore deliveries,
            ObjectProvider<AccountGroups> accounts,
            TransactionTemplate transaction,
            Clock clock) {
        this.addresses = addresses;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whether the message may go there. Asks the realm, and does so outside of any transaction. */
    boolean mayHave(Parcel parcel) {
        Address address = parcel.address();
        if (clock.instant().isBefore(address.checkedAt().plus(BELIEVED))) {
            return true;
        }
        return check(address)
                .map(readers -> readers.contains(parcel.recipient()))
                .orElse(true);
    }

    /** @return whose notices they read; empty where the realm does not say */
    private Optional<Set<String>> check(Address address) {
        if (address.subject() == null) {
            return Optional.empty();
        }
        Instant now = CityTime.now(clock);
        return accounts.stream()
                .flatMap(realm -> realm.of(address.subject()).stream())
                .findFirst()
                .map(groups -> Readers.of(new Person(address.username(), "", groups)))
                .map(readers -> {
                    transaction.executeWithoutResult(status -> {
                        if (readers.isEmpty()) {
                            addresses.remove(address.id());
                        } else {
                            addresses.checked(address.id(), readers, now);
                        }
                    });
                    return readers;
                });
    }

    /** Those to whom nobody has written for a day, and what ended a month ago. */
    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT1H")
    void sweep() {
        addresses.uncheckedSince(clock.instant().minus(SWEPT)).forEach(this::check);
        transaction.executeWithoutResult(
                status -> deliveries.forget(clock.instant().minus(KEPT), AT_ONCE));
    }
}
