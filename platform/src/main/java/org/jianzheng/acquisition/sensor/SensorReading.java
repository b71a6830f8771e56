package org.jianzheng.acquisition.sensor;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a sensor measured.
 *
 * @param sensor its equipment code
 * @param at by the sensor's clock
 * @param receivedAt by the server's
 */
public record SensorReading(
        String labCode,
        String sensor,
        Instant at,
        Instant receivedAt,
        BigDecimal temperatureC,
        BigDecimal humidityPercent) {}
