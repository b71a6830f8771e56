package org.jianzheng.acquisition.ingest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jianzheng.acquisition.broker.Arrival;
import org.jianzheng.acquisition.broker.MachineTopic;
import org.jianzheng.acquisition.sensor.SensorIntake;
import org.jianzheng.acquisition.sensor.SensorReading;
import org.jianzheng.kernel.CityTime;
import org.springframework.stereotype.Component;

/** Takes in what sensors sent; what is none of it, or of no time that can be, is kept apart with why. */
@Component
class SensorReceiver {

    /** By so much a sensor's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofMinutes(5);
    /** So long a sensor that was cut off may have kept its readings. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final SensorIntake intake;
    private final Quarantine quarantine;
    private final Clock clock;

    SensorReceiver(SensorIntake intake, Quarantine quarantine, Clock clock) {
        this.intake = intake;
        this.quarantine = quarantine;
        this.clock = clock;
    }

    void receive(List<Arrival> batch) {
        Instant now = CityTime.now(clock);
        List<SensorReading> readings = new ArrayList<>();
        for (Arrival arrival : batch) {
            MachineTopic.Sender from = MachineTopic.sender(arrival.address()).orElseThrow();
            if (!arrival.isFromItsMachine()) {
                quarantine.keep(arrival, Quarantine.Why.FOREIGN, "sent under the login " + arrival.login(), now);
                continue;
            }
            try {
                readings.add(read(from, arrival, now));
            } catch (Malformed e) {
                quarantine.keep(arrival, Quarantine.Why.MALFORMED, e.getMessage(), now);
            }
        }
        intake.take(readings);
    }

    private static SensorReading read(MachineTopic.Sender from, Arrival arrival, Instant now) throws Malformed {
        SensorReading reading = ToldReader.environment(from, arrival.bytes(), now);
        if (reading.at().isAfter(now.plus(AHEAD)) || reading.at().isBefore(now.minus(KEPT))) {
            throw new Malformed("at: " + reading.at() + ", it is " + now);
        }
        return reading;
    }
}
