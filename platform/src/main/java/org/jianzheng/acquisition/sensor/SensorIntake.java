package org.jianzheng.acquisition.sensor;

import java.util.List;

/** Where readings go; implemented by what looks after rooms. */
public interface SensorIntake {

    /** Stores them in the caller's transaction; one that is there already is not stored again. */
    void take(List<SensorReading> readings);
}
