package org.jianzheng.testing.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.environment.Climate;
import org.jianzheng.environment.Rooms;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.registry.Machine;
import org.jianzheng.registry.Registry;
import org.jianzheng.testing.order.TestOrder;
import org.jianzheng.testing.procedure.RecordForm;
import org.springframework.stereotype.Component;

/**
 * Temperature and humidity of the room in which the test's first machine stands, where sensors measure them (5.4.7): what was
 * typed must be something that they measured around the test. Where they measured nothing then, it may be typed, and the
 * record says so.
 */
@Component
public class RoomClimate {

    private static final String TEMPERATURE = "temperature";
    private static final String HUMIDITY = "humidity";
    /** Decimals that the form has room for. */
    private static final Map<String, Integer> PLACES = Map.of(TEMPERATURE, 1, HUMIDITY, 0);

    private final Rooms rooms;
    private final Registry registry;

    RoomClimate(Rooms rooms, Registry registry) {
        this.rooms = rooms;
        this.registry = registry;
    }

    /** @throws RuleBroken naming the field, where the sensor measured otherwise */
    RecordForm applied(RecordForm typed, TestOrder order) {
        Machine machine = registry.machine(order.machines().get(0));
        if (!rooms.isWatched(machine.labCode(), machine.room())) {
            return typed.with("climate", null);
        }
        List<Climate> measured = rooms.during(
                machine.labCode(), machine.room(), typed.instant("startedAt"), typed.instant("finishedAt"));
        if (measured.isEmpty()) {
            return typed.with("climate", machine.room() + "：传感器在试验期间没有读数，人工录入");
        }
        Climate nearest = measured.get(0);
        requireMeasured(
                typed, TEMPERATURE, measured.stream().map(Climate::temperatureC).toList());
        requireMeasured(
                typed, HUMIDITY, measured.stream().map(Climate::humidityPercent).toList());
        return typed.with(TEMPERATURE, shown(TEMPERATURE, nearest.temperatureC()))
                .with(HUMIDITY, shown(HUMIDITY, nearest.humidityPercent()))
                .with(
                        "climate",
                        "%s，传感器 %s，%s".formatted(machine.room(), nearest.sensor(), CityTime.minute(nearest.at())));
    }

    private static void requireMeasured(RecordForm typed, String field, List<BigDecimal> measured) {
        if (!typed.has(field)) {
            return;
        }
        BigDecimal said = typed.reading(field).value();
        boolean known =
                measured.stream().anyMatch(value -> rounded(field, value).compareTo(rounded(field, said)) == 0);
        if (!known) {
            throw typed.broken(field, "testing.climate.other", said.toPlainString(), shown(field, measured.get(0)));
        }
    }

    private static BigDecimal rounded(String field, BigDecimal value) {
        return value.setScale(PLACES.get(field), RoundingMode.HALF_EVEN);
    }

    private static String shown(String field, BigDecimal value) {
        return rounded(field, value).toPlainString();
    }

    /** What the form begins with: the room's latest reading; empty where no sensor measured lately. */
    public Map<String, String> proposed(TestOrder order, Instant now) {
        Machine machine = registry.machine(order.machines().get(0));
        Optional<Climate> latest = rooms.during(machine.labCode(), machine.room(), now, now).stream()
                .findFirst();
        return latest.map(climate -> Map.of(
                        TEMPERATURE,
                        shown(TEMPERATURE, climate.temperatureC()),
                        HUMIDITY,
                        shown(HUMIDITY, climate.humidityPercent())))
                .orElse(Map.of());
    }
}
