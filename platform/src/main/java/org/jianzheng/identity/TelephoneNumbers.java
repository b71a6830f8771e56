package org.jianzheng.identity;

import java.util.Optional;

/** Numbers of people as they are registered. Answered by the module that has the registries; never shown to a person. */
public interface TelephoneNumbers {

    /** @param masked what its own person may be shown */
    record TelephoneNumber(String whole, String masked) {

        @Override
        public String toString() {
            return masked;
        }
    }

    /** The mobile number of that person; empty where none is registered. */
    Optional<TelephoneNumber> mobile(String username);
}
