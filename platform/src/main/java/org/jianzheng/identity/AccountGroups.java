package org.jianzheng.identity;

import java.util.Optional;
import java.util.Set;

/** What the realm says of an account whose person is not here to be asked. */
public interface AccountGroups {

    /**
     * @param subject the account's id in the realm
     * @return full group paths without leading slash, none where the account is gone or disabled; empty where there is no realm
     *     or it does not answer
     */
    Optional<Set<String>> of(String subject);
}
