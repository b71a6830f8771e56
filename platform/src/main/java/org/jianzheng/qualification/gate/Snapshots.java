package org.jianzheng.qualification.gate;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest snapshot. Every question compares its stamp with the one in the database, so that a suspension holds at once
 * on every node; only where it differs are the registries read again.
 */
@Component
public class Snapshots {

    private final JdbcClient jdbc;
    private final SnapshotLoader loader;
    private volatile Snapshot last;

    Snapshots(JdbcClient jdbc, SnapshotLoader loader) {
        this.jdbc = jdbc;
        this.loader = loader;
    }

    Snapshot current() {
        String stamp = jdbc.sql("SELECT stamp FROM qualification_revision WHERE id = 1")
                .query(String.class)
                .single();
        Snapshot known = last;
        if (known != null && known.stamp().equals(stamp)) {
            return known;
        }
        Snapshot read = loader.load(stamp);
        last = read;
        return read;
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
