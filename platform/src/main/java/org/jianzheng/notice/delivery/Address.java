package org.jianzheng.notice.delivery;

import java.time.Instant;
import org.jianzheng.notice.carrier.Channel;
import org.jianzheng.notice.push.BrowserAddress;

/**
 * Where somebody wants to be told.
 *
 * @param subject their account's id in the realm, or null
 * @param language {@code zh} or {@code en}
 * @param target endpoint of a browser; a sealed WeChat account; empty for the registered number
 * @param seenAt when its person last said so
 * @param checkedAt when the realm last said whose it is
 */
public record Address(
        String id,
        Channel channel,
        String username,
        String subject,
        String language,
        String target,
        String p256dh,
        String auth,
        Instant seenAt,
        Instant checkedAt) {

    BrowserAddress browser() {
        return new BrowserAddress(target, p256dh, auth);
    }

    @Override
    public String toString() {
        return "Address[" + id + "]";
    }
}
