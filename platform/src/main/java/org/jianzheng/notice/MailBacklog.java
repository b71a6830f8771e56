package org.jianzheng.notice;

import java.time.Instant;

/**
 * Letters that wait for the mail server.
 *
 * @param oldest when the first of them should have gone; null when none waits
 * @param lastError what the server said last; null when it was not asked yet
 */
public record MailBacklog(long waiting, Instant oldest, String lastError) {}
