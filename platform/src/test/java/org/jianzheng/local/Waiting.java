package org.jianzheng.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Says every ten seconds what is being waited for. */
final class Waiting implements AutoCloseable {

    private static final int EVERY = 10;

    private final Instant begun = Instant.now();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "waiting");
        thread.setDaemon(true);
        return thread;
    });

    Waiting(String name) {
        clock.scheduleAtFixedRate(() -> say(name), EVERY, EVERY, TimeUnit.SECONDS);
    }

    private void say(String name) {
        Say.line("等待 %s，已 %d 秒…", name, Duration.between(begun, Instant.now()).toSeconds());
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
