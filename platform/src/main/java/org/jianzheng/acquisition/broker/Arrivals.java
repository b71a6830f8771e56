package org.jianzheng.acquisition.broker;

import java.util.List;

/** What takes in what machines send. */
public interface Arrivals {

    /**
     * Stores all of them. When this returns they are gone from the broker; when it throws, they come again.
     *
     * @throws RuntimeException while they cannot be stored
     */
    void take(List<Arrival> batch);
}
