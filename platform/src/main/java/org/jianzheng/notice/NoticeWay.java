package org.jianzheng.notice;

import java.time.Instant;

/**
 * A way by which somebody is told at once, as they are shown it.
 *
 * @param channel {@code PUSH}, {@code SMS} or {@code WECHAT}
 * @param shown masked number or account; empty for a browser
 * @param seenAt when they last said so
 */
public record NoticeWay(String id, String channel, String shown, Instant seenAt) {}
