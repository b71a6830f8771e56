package org.jianzheng.qualification.registration;

import java.time.Instant;

/**
 * A file that an application brought.
 *
 * @param about which line or certificate it belongs to; empty where there is only one
 */
public record Paper(
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
