package org.jianzheng.environment;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the standards ask of a kind of room; each null where they ask nothing.
 *
 * @param serves items whose specimens lie there until they are tested
 * @param standard where it stands
 */
public record ClimateLimits(
        BigDecimal temperatureFrom,
        BigDecimal temperatureTo,
        BigDecimal humidityFrom,
        BigDecimal humidityTo,
        List<String> serves,
        String standard) {

    boolean hold(BigDecimal temperatureC, BigDecimal humidityPercent) {
        return within(temperatureC, temperatureFrom, temperatureTo)
                && within(humidityPercent, humidityFrom, humidityTo);
    }

    private static boolean within(BigDecimal value, BigDecimal from, BigDecimal to) {
        return (from == null || value.compareTo(from) >= 0) && (to == null || value.compareTo(to) <= 0);
    }

    /** {@code 18～22 ℃，≥95% RH}; empty where nothing is asked. */
    public String text() {
        return Stream.of(span(temperatureFrom, temperatureTo, " ℃"), span(humidityFrom, humidityTo, "% RH"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("，"));
    }

    private static String span(BigDecimal from, BigDecimal to, String unit) {
        if (from == null && to == null) {
            return "";
        }
        if (to == null) {
            return "≥" + from + unit;
        }
        return from == null ? "≤" + to + unit : from + "～" + to + unit;
    }
}
