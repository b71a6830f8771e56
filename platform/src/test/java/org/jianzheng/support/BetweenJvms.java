package org.jianzheng.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;

/** What only one of several JVMs does at a time. */
final class BetweenJvms {

    private static final int PAUSE_MILLIS = 50;

    private BetweenJvms() {}

    /**
     * Does it while it holds the file's lock. The lock is asked for and not waited for: to the system two JVMs that start a
     * database and a Keycloak each in two threads look like a deadlock, which it refuses.
     */
    static <T> T alone(Path file, Callable<T> work) throws Exception {
        try (FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (lock.tryLock() == null) {
                Thread.sleep(PAUSE_MILLIS);
            }
            return work.call();
        }
    }

    /** Of what may be thrown, what a caller need not declare. */
    static RuntimeException unchecked(Exception e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        if (e instanceof IOException io) {
            return new UncheckedIOException(io);
        }
        return e instanceof RuntimeException known ? known : new IllegalStateException(e);
    }
}
