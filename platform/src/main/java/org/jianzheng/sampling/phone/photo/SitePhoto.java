package org.jianzheng.sampling.phone.photo;

/**
 * A photo as the platform keeps it.
 *
 * @param sha256 of what the phone sent; the original is kept under it
 * @param shownSha256 the same picture without what the camera wrote, of a size for a screen
 * @param thumbSha256 a small one
 */
public record SitePhoto(
        String sha256, String mediaType, int width, int height, String shownSha256, String thumbSha256) {}
