package org.jianzheng.sampling.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a registered phone signed and sent.
 *
 * @param id the phone's own number of it
 * @param phone thumbprint of the registered phone's key
 * @param phoneAt when it was made, by the phone's clock
 * @param contactAt when the server last told this phone the time before, proved by the server's own mark; or null
 * @param accuracy of the position, in metres
 * @param photos what the ledger says of each
 * @param held null of a record whose task was open when it was signed
 */
public record SiteRecord(
        String id,
        String phone,
        Instant phoneAt,
        Instant contactAt,
        BigDecimal accuracy,
        List<String> photos,
        Held held) {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /**
     * Of a record that came before there was a task for it, and waited.
     *
     * @param arrivalId the platform's own number of it
     * @param arrived by the server's clock: it counts as of then
     * @param from of a witness's, when the witness's time began: by the server's clock where the sampler's record came in time,
     *     else by the sampler's phone, whose word the station has taken; null of a sampler's
     */
    public record Held(String arrivalId, Instant arrived, Instant from) {}

    public SiteRecord {
        photos = List.copyOf(photos);
    }

    /**
     * Whether it may have been made by then although it came later: the phone says so, and nothing that the server knows
     * speaks against it. Made after its last contact it was for certain; that it was made before the limit is the phone's
     * word alone, so a person decides.
     */
    public boolean mayBeFrom(Instant limit) {
        return contactAt != null
                && !phoneAt.isAfter(limit)
                && !contactAt.isAfter(limit)
                && !contactAt.isAfter(phoneAt.plus(CLOCKS_DIFFER));
    }
}
