package org.jianzheng.gate;

import java.time.Duration;
import org.jianzheng.registry.Registry;
import org.springframework.stereotype.Component;

/**
 * The newest snapshot. Every question compares its stamp with the one in the database, so that a suspension holds at once
 * on every node; only where it differs are the registries read again.
 */
@Component
class RegistrySnapshots {

    /** However carefully stamps are drawn: a row that was changed by hand in the database counts after this. */
    private static final long AGE = Duration.ofMinutes(1).toNanos();

    private final Registry registry;
    private final SnapshotLoader loader;
    private volatile Read last;

    RegistrySnapshots(Registry registry, SnapshotLoader loader) {
        this.registry = registry;
        this.loader = loader;
    }

    private record Read(RegistrySnapshot snapshot, long at) {}

    RegistrySnapshot current() {
        String stamp = registry.revision();
        Read known = last;
        boolean serves =
                known != null && known.snapshot().stamp().equals(stamp) && System.nanoTime() - known.at() < AGE;
        return serves ? known.snapshot() : load(stamp);
    }

    private RegistrySnapshot load(String stamp) {
        long at = System.nanoTime();
        RegistrySnapshot read = loader.load(stamp);
        last = new Read(read, at);
        return read;
    }

    /** Reads the registries whatever the stamp says. */
    void reload() {
        last = null;
        current();
    }
}
