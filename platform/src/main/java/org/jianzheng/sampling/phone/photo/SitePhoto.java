package org.jianzheng.sampling.phone.photo;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * A photo as the platform keeps it.
 *
 * @param sha256 of what the phone sent
 * @param username who sent it
 */
public record SitePhoto(String sha256, String username, int width, int height, Kept kept, CameraNotes camera) {

    /**
     * Where it lies.
     *
     * @param keyId of the key of its own that its files are encrypted with; null of one of before photos were
     * @param salt null like that key
     * @param file SHA-256 of the encrypted original
     * @param shown of the same picture without what the camera wrote, of a size for a screen
     * @param thumb of a small one
     */
    public record Kept(String keyId, String salt, String file, String shown, String thumb) {}

    /** Where the page of its case shows it, from the root of the site. */
    public String page(String caseId) {
        return "/cases/%s/site/%s/%s".formatted(caseId, username, proof());
    }

    /**
     * What the ledger says of it: proves the photo to whoever has the photo's row, and tells nothing to who has the photo alone.
     * SHA-256 over the hexadecimal digits of the salt, followed by those of the photo's own.
     */
    public String proof() {
        return kept.salt == null ? sha256 : DigestUtils.sha256Hex(kept.salt + sha256);
    }
}
