package org.jianzheng.identity.session;

import java.util.List;
import org.jianzheng.identity.Person;
import org.jianzheng.identity.WorkNumberHolders;
import org.springframework.stereotype.Component;

/** Asks the realm each time: a number that was given to somebody else a minute ago names nobody any more. */
@Component
class RealmWorkNumbers implements WorkNumberHolders {

    private final RealmAccounts accounts;

    RealmWorkNumbers(RealmSettings realm) {
        this.accounts = realm.configured() ? new RealmAccounts(realm) : null;
    }

    @Override
    public List<Person> of(String workNumber) {
        return accounts == null ? List.of() : accounts.withWorkNumber(workNumber);
    }
}
