package org.jianzheng.environment;

import java.math.BigDecimal;
import java.time.Instant;

/** What a sensor measured in a room. */
public record Climate(
        String sensor,
        Instant at,
        Instant receivedAt,
        BigDecimal temperatureC,
        BigDecimal humidityPercent,
        boolean inside) {}
