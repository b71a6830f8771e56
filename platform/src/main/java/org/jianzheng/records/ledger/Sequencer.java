package org.jianzheng.records.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.key.PlatformKeys;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives committed entries their place, one after the other, on whichever node holds the lock. Places are not given in the
 * entry's own transaction: that would put all official work of the city in one queue, and ordering by an auto-increment
 * column would skip entries that commit late. An entry that the platform did not write gets no place; where a row that the
 * sequencer did not write takes the next place, it stops and says which.
 */
@Component
class Sequencer {

    private static final int BATCH = 1000;

    private final JdbcTemplate sql;
    private final LedgerStore ledger;
    private final TreeStore tree;
    private final LedgerProofs proofs;
    private final PlatformKeys keys;
    private final LedgerAlarm alarm;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Sequencer(
            JdbcTemplate sql,
            LedgerStore ledger,
            TreeStore tree,
            LedgerProofs proofs,
            PlatformKeys keys,
            LedgerAlarm alarm,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sql = sql;
        this.ledger = ledger;
        this.tree = tree;
        this.proofs = proofs;
        this.keys = keys;
        this.alarm = alarm;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Something stands where only the sequencer may write, or the tree is no longer what was signed. */
    private static final class Blocked extends RuntimeException {

        private static final long serialVersionUID = 1;

        Blocked(String what) {
            super(what);
        }
    }

    /**
     * Places what waits and signs the tree. Without a key to sign with entries wait.
     *
     * @return how many entries no longer wait
     */
    public int run() {
        if (keys.current().isEmpty()) {
            return 0;
        }
        try {
            Integer done = transaction.execute(tx -> place());
            alarm.goesOn();
            return done == null ? 0 : done;
        } catch (DuplicateKeyException taken) {
            alarm.stopped(tree.rogues(tree.size()));
        } catch (Blocked blocked) {
            alarm.stopped(List.of(blocked.getMessage()));
        }
        return 0;
    }

    private int place() {
        sql.queryForList("SELECT id FROM sequencer WHERE id = 1 FOR UPDATE");
        List<LedgerStore.Waiting> waiting = ledger.pending(BATCH);
        if (waiting.isEmpty()) {
            return 0;
        }
        Optional<Checkpoint> latest = tree.latest();
        latest.ifPresent(this::requireItsRoot);
        long size = tree.size(latest);
        List<StoredEntry> genuine = new ArrayList<>();
        Map<String, String> refused = new TreeMap<>();
        for (LedgerStore.Waiting one : waiting) {
            String why = refusal(one.entry(), size);
            if (why != null) {
                refused.put(one.rawId(), why);
            } else if (one.entry().line().position() == null) {
                genuine.add(one.entry());
            }
        }
        tree.append(size, genuine);
        refuse(refused);
        sql.batchUpdate(
                "DELETE FROM ledger_pending WHERE entry_id = ?",
                waiting.stream().map(one -> new Object[] {one.rawId()}).toList());
        if (!genuine.isEmpty()) {
            sign(size + genuine.size());
        }
        return waiting.size();
    }

    /** Why this gets no place; null where it gets one or has it. */
    private String refusal(StoredEntry entry, long size) {
        if (entry == null) {
            return "NO_ENTRY";
        }
        Long taken = entry.line().position();
        if (taken != null) {
            return taken < 0 || taken >= size ? "LEAF_NOT_OURS" : null;
        }
        return proofs.isPlatforms(entry) ? null : "NO_MARK";
    }

    // Nothing is put on top of a tree that is no longer the one signed last.
    private void requireItsRoot(Checkpoint latest) {
        try {
            if (Arrays.equals(new MerkleTree(tree::node).root(latest.treeSize()), latest.root())) {
                return;
            }
        } catch (EmptyResultDataAccessException missing) {
            // Said below.
        }
        throw new Blocked("leaf, tree_node: not what checkpoint %d signs".formatted(latest.treeSize()));
    }

    private void refuse(Map<String, String> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        sql.batchUpdate(
                "INSERT IGNORE INTO ledger_refusal (entry_id, refused_at, because) VALUES (?, ?, ?)",
                refused.entrySet().stream()
                        .map(one -> new Object[] {one.getKey(), CityTime.utc(now), one.getValue()})
                        .toList());
        alarm.refused(refused);
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
