package org.jianzheng.breach.expiry;

import java.time.LocalDate;

/**
 * Something that will not be valid for much longer.
 *
 * @param ref what it is, for good: a laboratory's code, a certificate's number, an equipment's code
 * @param house group path of whose it is
 * @param what for people, Chinese
 */
record Expiring(Kind kind, String ref, String house, String what, LocalDate until) {

    /** Its word is {@code expiry.kind.<name>}. */
    enum Kind {
        LAB,
        SCOPE,
        PERSON,
        EQUIPMENT
    }

    String key() {
        return kind + ":" + ref + ":" + until;
    }

    boolean ofLab() {
        return house.startsWith("labs/");
    }

    String labCode() {
        return house.substring("labs/".length());
    }
}
