package org.jianzheng.notice;

import java.time.Instant;

/**
 * A notice as one of its readers finds it.
 *
 * @param readAt when this reader opened it; null when they have not
 */
public record ReceivedNotice(String id, String title, String text, String link, Instant sentAt, Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }
}
