package org.jianzheng.notice.delivery;

/**
 * Messages that wait for a push service or gateway that has not taken them.
 *
 * @param lane origin of the push service, or the gateway
 * @param lastError what it said last
 */
public record DeliveryBacklog(String lane, long waiting, String lastError) {}
