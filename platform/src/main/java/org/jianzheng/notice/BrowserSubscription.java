package org.jianzheng.notice;

/**
 * What a browser's {@code PushSubscription} says.
 *
 * @param p256dh Base64url
 * @param auth Base64url
 */
public record BrowserSubscription(String endpoint, String p256dh, String auth) {

    @Override
    public String toString() {
        return "BrowserSubscription[]";
    }
}
