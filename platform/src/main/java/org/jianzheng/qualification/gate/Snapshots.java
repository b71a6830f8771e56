package org.jianzheng.qualification.gate;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest snapshot. Every question compares its stamp with the one in the database, so that a suspension holds at once
 * on every node; only where it differs are the registries read again.
 */
@Component
public class Snapshots {

    /** However carefully stamps are drawn: a row that was changed by hand in the database counts after this. */
    private static final long AGE = Duration.ofMinutes(1).toNanos();

    private final JdbcClient jdbc;
    private final SnapshotLoader loader;
    private volatile Read last;

    Snapshots(JdbcClient jdbc, SnapshotLoader loader) {
        this.jdbc = jdbc;
        this.loader = loader;
    }

    private record Read(Snapshot snapshot, long at) {}

    Snapshot current() {
        String stamp = jdbc.sql("SELECT stamp FROM qualification_revision WHERE id = 1")
                .query(String.class)
                .single();
        Read known = last;
        boolean serves =
                known != null && known.snapshot().stamp().equals(stamp) && System.nanoTime() - known.at() < AGE;
        return serves ? known.snapshot() : load(stamp);
    }

    private Snapshot load(String stamp) {
        long at = System.nanoTime();
        Snapshot read = loader.load(stamp);
        last = new Read(read, at);
        return read;
    }

    /** Reads the registries whatever the stamp says. */
    void reload() {
        last = null;
        current();
    }

    /**
     * Until this transaction ends nobody else changes the registries: a rule that counts what stands there (two laboratories
     * of an item, one employer of a person) would else be kept by each of two changes and broken by both. What it is about
     * may be a row that neither has written yet, so it is this row that is locked.
     */
    public void alone() {
        jdbc.sql("SELECT stamp FROM qualification_revision WHERE id = 1 FOR UPDATE")
                .query(String.class)
                .single();
    }

    /**
     * Says that a row of the registries has changed, in the transaction that changes it. The stamp is drawn, not counted: a
     * change that is rolled back leaves a stamp that nobody will ever meet again, and with it what was read meanwhile.
     */
    public void changed() {
        jdbc.sql("UPDATE qualification_revision SET stamp = UUID() WHERE id = 1")
                .update();
    }
}
