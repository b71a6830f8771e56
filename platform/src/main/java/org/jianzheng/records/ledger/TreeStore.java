package org.jianzheng.records.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.CityTime;
import org.jianzheng.records.key.PlatformKeys;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The tree's tables: leaves, roots of complete subtrees, checkpoints. */
@Component
class TreeStore {

    private static final int PAGE = 50;
    // Positions that no tree has must not end in an overflow.
    private static final String LEFT =
            "CASE WHEN n.position BETWEEN 0 AND 4611686018427387903 THEN 2 * n.position ELSE -9 END";

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
                CityTime.utc(checkpoint.at()),
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
                (row, n) -> checkpoint(row),
                below);
    }

    /** Upwards from that size on. */
    List<Checkpoint> checkpointsAbove(long size, int most) {
        return sql.query(
                "SELECT * FROM checkpoint WHERE tree_size > ? ORDER BY tree_size LIMIT ?",
                (row, n) -> checkpoint(row),
                size,
                most);
    }

    private static Checkpoint checkpoint(ResultSet row) throws SQLException {
        return new Checkpoint(
                row.getLong("tree_size"),
                row.getBytes("root"),
                LedgerStore.at(row),
                row.getString("key_id"),
                row.getBytes("signature"));
    }

    boolean isSigned(Checkpoint checkpoint) {
        return keys.byHexId(checkpoint.keyId())
                .filter(key -> checkpoint.signedBy(key.known()))
                .isPresent();
    }

    /**
     * A place.
     *
     * @param subject of its entry; null where there is none
     */
    record Leaf(long position, String entry, boolean hasEntry, String subject) {}

    /** Places behind that one. */
    List<Leaf> leaves(long after, int most) {
        return sql.query(
                "SELECT l.position, l.entry_id, e.id, e.subject FROM leaf l LEFT JOIN ledger_entry e ON e.id = l.entry_id"
                        + " WHERE l.position > ? ORDER BY l.position LIMIT ?",
                (row, n) -> new Leaf(row.getLong(1), row.getString(2), row.getString(3) != null, row.getString(4)),
                after,
                most);
    }

    /** A subtree with its halves; they are null where they are missing. */
    record Node(long position, byte[] hash, byte[] left, byte[] right) {}

    /** Subtrees of a level behind that one. */
    List<Node> nodes(int level, long after, int most) {
        String halves = level == 1
                ? "SELECT n.position, n.hash, a.leaf_hash, b.leaf_hash FROM tree_node n"
                        + " LEFT JOIN leaf a ON a.position = " + LEFT + " LEFT JOIN leaf b ON b.position = " + LEFT
                        + " + 1"
                : "SELECT n.position, n.hash, a.hash, b.hash FROM tree_node n"
                        + " LEFT JOIN tree_node a ON a.level = n.level - 1 AND a.position = " + LEFT
                        + " LEFT JOIN tree_node b ON b.level = n.level - 1 AND b.position = " + LEFT + " + 1";
        return sql.query(
                halves + " WHERE n.level = ? AND n.position > ? ORDER BY n.position LIMIT ?",
                (row, n) -> new Node(row.getLong(1), row.getBytes(2), row.getBytes(3), row.getBytes(4)),
                level,
                after,
                most);
    }

    /** The lowest level above that one of which there are rows; empty where there is none. */
    Optional<Integer> levelAbove(int level) {
        return Optional.ofNullable(
                sql.queryForObject("SELECT MIN(level) FROM tree_node WHERE level > ?", Integer.class, level));
    }

    /** Places and checkpoints that nobody but the sequencer may add, beyond the tree of that size. */
    List<String> beyond(long size) {
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
        return found;
    }

    /** The same with subtrees: they all keep its places taken. */
    List<String> rogues(long size) {
        List<String> found = new ArrayList<>(beyond(size));
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
