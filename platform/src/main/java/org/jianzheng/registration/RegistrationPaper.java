package org.jianzheng.registration;

import java.time.Instant;
import org.jianzheng.registration.entry.PaperUse;

/**
 * A file that an application brought.
 *
 * @param about which line or certificate it belongs to; empty where there is only one
 */
public record RegistrationPaper(
        String id,
        String applicationId,
        PaperUse use,
        String about,
        String name,
        String mediaType,
        String sha256,
        long size,
        String byName,
        Instant at) {

    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
