package org.jianzheng.environment;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.CsvRows;
import org.springframework.core.io.ClassPathResource;

/** What a room is for. Its limits are the standards', {@code environment/rooms.csv}, never the laboratory's. */
public enum RoomKind {
    /** 标准养护室 of concrete and mortar. */
    CURING,
    /** 水泥养护箱. */
    CEMENT_CURING,
    /** 水泥成型、检验室. */
    CEMENT_ROOM,
    /** 力学室 in which cubes are crushed. */
    MECHANICS,
    /** Where metals are pulled. */
    METALS,
    /** Without limits. */
    OTHER;

    private static final Map<RoomKind, ClimateLimits> LIMITS = new EnumMap<>(RoomKind.class);

    static {
        for (Map<String, String> row : CsvRows.of(new ClassPathResource("environment/rooms.csv"))) {
            String serves = row.get("serves");
            LIMITS.put(
                    valueOf(row.get("kind")),
                    new ClimateLimits(
                            decimal(row.get("temperatureFrom")),
                            decimal(row.get("temperatureTo")),
                            decimal(row.get("humidityFrom")),
                            decimal(row.get("humidityTo")),
                            serves.isEmpty() ? List.of() : List.of(serves.split(" ")),
                            row.get("standard")));
        }
    }

    private static BigDecimal decimal(String text) {
        return text.isEmpty() ? null : new BigDecimal(text);
    }

    public ClimateLimits limits() {
        return LIMITS.get(this);
    }
}
