package org.jianzheng.environment;

import java.time.Instant;

/**
 * A room.
 *
 * @param name as entries of equipment name it
 * @param gapMinutes without a reading for so long it is unwatched
 * @param closedAt null while it is open
 */
public record RoomView(
        String id,
        String labCode,
        String name,
        RoomKind kind,
        int gapMinutes,
        String registeredByName,
        Instant registeredAt,
        Instant closedAt,
        String closedReason) {}
