package org.jianzheng.notice.push;

/**
 * A browser's subscription as the browser gave it.
 *
 * @param endpoint where its push service takes messages for it; a secret of the two
 * @param p256dh its public key, Base64url
 * @param auth its secret, Base64url
 */
public record BrowserAddress(String endpoint, String p256dh, String auth) {

    @Override
    public String toString() {
        return "BrowserAddress[]";
    }
}
