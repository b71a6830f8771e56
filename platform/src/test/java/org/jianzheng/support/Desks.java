package org.jianzheng.support;

import java.util.HashMap;
import java.util.Map;

/** One browser a person, open for a whole journey: everybody signs in once. */
public final class Desks implements AutoCloseable {

    private final Chromium chromium = Chromium.start();
    private final Map<String, Tasklist> desks = new HashMap<>();

    /** The Tasklist of that person, signed in. */
    public Tasklist of(String username) {
        return desks.computeIfAbsent(username, name -> Tasklist.of(chromium, name));
    }

    /** Somebody whom the platform does not know. */
    public Visitor stranger() {
        return chromium.visitor();
    }

    @Override
    public void close() {
        desks.values().forEach(Tasklist::close);
        chromium.close();
    }
}
