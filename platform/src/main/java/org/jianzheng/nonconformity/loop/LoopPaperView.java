package org.jianzheng.nonconformity.loop;

import java.time.Instant;

/**
 * A photo or a paper of a loop.
 *
 * @param kind PHOTO or PAPER
 * @param state where the loop stood when it was added
 * @param sha256 hex, its key in the evidence store
 */
public record LoopPaperView(
        String id,
        String reportNo,
        String kind,
        LoopState state,
        String caption,
        String fileName,
        String mediaType,
        int size,
        String sha256,
        String addedBy,
        Instant addedAt) {

    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
