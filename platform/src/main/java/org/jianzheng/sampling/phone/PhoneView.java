package org.jianzheng.sampling.phone;

import java.time.Instant;

/**
 * A phone as people see it.
 *
 * @param thumbprint of its key
 * @param confirmed by whom, or null
 * @param locked by whom and why, or null
 */
public record PhoneView(
        String id,
        Owner owner,
        String device,
        String thumbprint,
        PhoneState state,
        Instant askedAt,
        Word confirmed,
        Word locked) {

    private static final int SHORT = 8;

    /** Whose it is. */
    public record Owner(String username, String name, String employer) {}

    /** Somebody's act. */
    public record Word(Instant at, String byName, String text) {}

    /** What its owner reads to whoever confirms it: shown on both screens. */
    public String checkCode() {
        return thumbprint.substring(0, SHORT);
    }
}
