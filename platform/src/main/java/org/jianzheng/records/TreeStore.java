package org.jianzheng.records;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tree's tables: leaves, roots of complete subtrees, checkpoints. */
@Component
class TreeStore {

    private static final int PAGE = 50;

    private final JdbcTemplate sql;
    private final PlatformKeys keys;
    private final LedgerKeys ledgerKeys;

    TreeStore(JdbcTemplate sql, PlatformKeys keys, LedgerKeys ledgerKeys) {
        this.sql = sql;
        this.keys = keys;
        this.ledgerKeys = ledgerKeys;
    }

    /**
     * How many leaves the tree has: what the newest signed checkpoint counted, which the same transaction wrote. Neither the
     * highest position nor a checkpoint that nobody signed says anything: the application's account can add both.
     */
    long size() {
        return size(latest());
    }

    long size(Optional<Checkpoint> latest) {
        return latest.map(Checkpoint::treeSize).orElseGet(this::count);
    }

    // Where no key was set so far nothing is signed.
    private long count() {
        Long count = sql.queryForObject("SELECT COUNT(*) FROM leaf", Long.class);
        return count == null ? 0 : count;
    }

    byte[] node(int level, long index) {
        return level == 0
                ? sql.queryForObject("SELECT leaf_hash FROM leaf WHERE position = ?", byte[].class, index)
                : sql.queryForObject(
                        "SELECT hash FROM tree_node WHERE level = ? AND position = ?", byte[].class, level, index);
    }

    /** Puts the lines after the first {@code size} leaves, with every subtree that becomes complete. */
    void append(long size, List<StoredEntry> entries) {
        Map<List<Long>, byte[]> fresh = new HashMap<>();
        List<Object[]> leaves = new ArrayList<>();
        List<Object[]> nodes = new ArrayList<>();
        for (StoredEntry entry : entries) {
            long index = size + leaves.size();
            byte[] hash = LeafText.hash(LeafText.of(entry, ledgerKeys));
            leaves.add(new Object[] {index, entry.line().id().toString(), hash});
            fresh.put(List.of(0L, index), hash);
            for (int level = 0; index % 2 == 1; level++, index >>= 1) {
                int below = level;
                long sibling = index - 1;
                byte[] left = fresh.computeIfAbsent(List.of((long) level, sibling), key -> node(below, sibling));
                hash = MerkleTree.nodeHash(left, hash);
                fresh.put(List.of(level + 1L, index >> 1), hash);
                nodes.add(new Object[] {level + 1, index >> 1, hash});
            }
        }
        sql.batchUpdate("INSERT INTO leaf (position, entry_id, leaf_hash) VALUES (?, ?, ?)", leaves);
        sql.batchUpdate("INSERT INTO tree_node (level, position, hash) VALUES (?, ?, ?)", nodes);
    }

    void insert(Checkpoint checkpoint) {
        sql.update(
                "INSERT INTO checkpoint (tree_size, root, at, key_id, signature) VALUES (?, ?, ?, ?, ?)",
                checkpoint.treeSize(),
                checkpoint.root(),
                LedgerStore.utc(checkpoint.at()),
                checkpoint.keyId(),
                checkpoint.signature());
    }

    /** The newest that bears the platform's signature. */
    Optional<Checkpoint> latest() {
        long below = Long.MAX_VALUE;
        while (true) {
            List<Checkpoint> some = checkpoints(below);
            Optional<Checkpoint> signed = some.stream().filter(this::isSigned).findFirst();
            if (signed.isPresent() || some.size() < PAGE) {
                return signed;
            }
            below = some.get(some.size() - 1).treeSize();
        }
    }

    private List<Checkpoint> checkpoints(long below) {
        return sql.query(
                "SELECT * FROM checkpoint WHERE tree_size < ? ORDER BY tree_size DESC LIMIT " + PAGE,
                (row, n) -> new Checkpoint(
                        row.getLong("tree_size"),
                        row.getBytes("root"),
                        row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString("key_id"),
                        row.getBytes("signature")),
                below);
    }

    private boolean isSigned(Checkpoint checkpoint) {
        return keys.byHexId(checkpoint.keyId())
                .filter(key -> checkpoint.signedBy(key.known()))
                .isPresent();
    }

    /** Rows that nobody but the sequencer may add, beyond the tree of that size: they keep its places taken. */
    List<String> rogues(long size) {
        List<String> found = new ArrayList<>(sql.query(
                "SELECT position, entry_id FROM leaf WHERE position >= ? ORDER BY position LIMIT 20",
                (row, n) -> "leaf %d (%s)".formatted(row.getLong(1), row.getString(2)),
                size));
        sql.query(
                "SELECT tree_size FROM checkpoint WHERE tree_size > ? ORDER BY tree_size LIMIT 20",
                row -> {
                    found.add("checkpoint " + row.getLong(1));
                },
                size);
        for (int level = 1; level < Long.SIZE - 1; level++) {
            int at = level;
            sql.query(
                    "SELECT position FROM tree_node WHERE level = ? AND position >= ? ORDER BY position LIMIT 5",
                    row -> {
                        found.add("tree_node %d/%d".formatted(at, row.getLong(1)));
                    },
                    level,
                    size >> level);
        }
        return found;
    }
}
