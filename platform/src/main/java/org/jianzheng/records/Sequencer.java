package org.jianzheng.records;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives committed entries their place, one after the other, on whichever node holds the lock. Places are not given in the
 * entry's own transaction: that would put all official work of the city in one queue, and ordering by an auto-increment
 * column would skip entries that commit late.
 */
@Component
class Sequencer {

    private static final int BATCH = 1000;

    private final JdbcTemplate sql;
    private final LedgerStore ledger;
    private final TreeStore tree;
    private final PlatformKeys keys;
    private final Clock clock;

    Sequencer(JdbcTemplate sql, LedgerStore ledger, TreeStore tree, PlatformKeys keys, Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.tree = tree;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Places what waits and signs the tree.
     *
     * @return how many entries got their place
     */
    @Transactional
    public int run() {
        sql.queryForList("SELECT id FROM sequencer WHERE id = 1 FOR UPDATE");
        List<LedgerLine> waiting = ledger.pending(BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        long before = tree.size();
        tree.append(before, waiting);
        sign(before + waiting.size());
        return waiting.size();
    }

    private void sign(long size) {
        keys.current().ifPresent(key -> {
            byte[] root = new MerkleTree(tree::node).root(size);
            Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
            Checkpoint unsigned = new Checkpoint(size, root, at, key.hexId(), new byte[0]);
            byte[] signature = key.sign(unsigned.text().getBytes(StandardCharsets.UTF_8));
            tree.insert(new Checkpoint(size, root, at, key.hexId(), signature));
        });
    }
}
