package org.jianzheng.records.seal;

import java.time.Instant;

/**
 * What the check of a sealed PDF found.
 *
 * @param labCode whose seal it bears; null unless intact
 * @param signer subject of the certificate, or null
 * @param at when it says it was sealed, or null
 * @param reason why it says so, or null
 */
public record SealCheck(Finding finding, String labCode, String signer, Instant at, String reason) {

    public enum Finding {
        /** Sealed by a laboratory of the platform, and not one byte was changed or added since. */
        INTACT,
        /** Was sealed; bytes were changed or something was added afterwards. */
        CHANGED,
        /** Bears a seal made with a key that no laboratory of the platform has. */
        UNKNOWN_SIGNER,
        /** Bears no seal. */
        NOT_SEALED
    }

    public boolean intact() {
        return finding == Finding.INTACT;
    }
}
