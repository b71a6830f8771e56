package org.jianzheng.environment;

import java.util.List;
import java.util.Optional;
import org.jianzheng.acquisition.sensor.SensorIntake;
import org.jianzheng.acquisition.sensor.SensorReading;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Component;

/** Stores what sensors sent under the room in which they hang by the registry, and whether it was within its limits. */
@Component
class SensorReadings implements SensorIntake {

    private final ReadingStore readings;
    private final RoomStore rooms;
    private final Registry registry;

    SensorReadings(ReadingStore readings, RoomStore rooms, Registry registry) {
        this.readings = readings;
        this.rooms = rooms;
        this.registry = registry;
    }

    @Override
    public void take(List<SensorReading> arrived) {
        arrived.forEach(reading -> {
            Optional<RoomView> room = room(reading);
            boolean inside = room.map(
                            found -> found.kind().limits().hold(reading.temperatureC(), reading.humidityPercent()))
                    .orElse(true);
            readings.add(reading, room.map(RoomView::id).orElse(null), inside);
        });
    }

    private Optional<RoomView> room(SensorReading reading) {
        String name = registry.machine(reading.sensor()).room();
        return name == null
                ? Optional.empty()
                : rooms.findByOpenKey(Room.key(reading.labCode(), name)).map(Room::view);
    }
}
