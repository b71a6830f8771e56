package org.jianzheng.notice.delivery;

import java.time.Instant;

/**
 * A message on its way.
 *
 * @param alert which sentence
 * @param about label of the sample
 * @param until when it is worth nothing any more; null where it does not say
 * @param recipient group or house that the notice is for
 */
record Parcel(
        String noticeId,
        Address address,
        String lane,
        int attempts,
        String alert,
        String about,
        Instant until,
        Instant saidAt,
        String recipient) {}
