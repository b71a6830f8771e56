package org.jianzheng.local;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jianzheng.environment.RoomKind;
import org.jianzheng.environment.Rooms;
import org.jianzheng.support.As;
import org.jianzheng.support.machine.MachineHost;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/**
 * Sensors of temperature and humidity in two rooms of laboratory BJ01: each sends the day that it kept, then a reading a
 * minute. Last night the curing room was too warm for an hour.
 */
final class SimulatedSensors implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(SimulatedSensors.class);

    private static final String SECRET = "Jianzheng-2026";
    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(20);

    private final int port;
    private final List<Thread> sensors;
    private volatile boolean running = true;

    /** @param usualC and the humidity, by which the room is kept */
    private record Place(String sensor, String room, RoomKind kind, double usualC, double usualPercent) {}

    private static final List<Place> PLACES = List.of(
            new Place("BJ01-WS-01", "标准养护室", RoomKind.CURING, 20.1, 97),
            new Place("BJ01-WS-02", "力学室", RoomKind.MECHANICS, 21.4, 57));

    private SimulatedSensors(int port) {
        this.port = port;
        this.sensors = PLACES.stream()
                .map(place -> new Thread(() -> work(place), "sensor-" + place.sensor()))
                .toList();
    }

    /** Registers the rooms where they are not, and begins. */
    static SimulatedSensors start(int port, ApplicationContext platform) {
        Rooms rooms = platform.getBean(Rooms.class);
        As.person("labadmin", () -> {
            List<String> known = rooms.list(0, 100).items().stream()
                    .map(one -> one.room().name())
                    .toList();
            PLACES.stream()
                    .filter(place -> !known.contains(place.room()))
                    .forEach(place -> rooms.register(
                            Map.of("name", place.room(), "kind", place.kind().name(), "gapMinutes", "30")));
        });
        SimulatedSensors simulated = new SimulatedSensors(port);
        simulated.sensors.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
        return simulated;
    }

    private void work(Place place) {
        Random random = new Random(place.sensor().hashCode());
        Instant at = Instant.now().minus(KEPT);
        while (running) {
            try (MachineHost host = MachineHost.connect(port, "BJ01", place.sensor(), SECRET)) {
                while (running) {
                    if (at.isAfter(Instant.now())) {
                        pause(STEP);
                        continue;
                    }
                    boolean tooWarm = place.kind() == RoomKind.CURING
                            && Duration.between(at, Instant.now()).toMinutes() / 60 == 11;
                    host.environment(
                            at,
                            "%.2f".formatted(place.usualC() + (tooWarm ? 3.2 : 0) + 0.2 * random.nextGaussian()),
                            "%.1f".formatted(Math.min(100, place.usualPercent() + 0.5 * random.nextGaussian())));
                    at = at.plus(at.isBefore(Instant.now().minus(STEP.multipliedBy(10))) ? STEP.multipliedBy(5) : STEP);
                }
            } catch (RuntimeException e) {
                log.warn("Simulated sensor {} connects again: {}", place.sensor(), e.toString());
                pause(STEP);
            }
        }
    }

    private void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        running = false;
        sensors.forEach(Thread::interrupt);
    }
}
