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

    private final JdbcTemplate sql;

    TreeStore(JdbcTemplate sql) {
        this.sql = sql;
    }

    long size() {
        Long size = sql.queryForObject("SELECT COALESCE(MAX(position) + 1, 0) FROM leaf", Long.class);
        return size == null ? 0 : size;
    }

    byte[] node(int level, long index) {
        return level == 0
                ? sql.queryForObject("SELECT leaf_hash FROM leaf WHERE position = ?", byte[].class, index)
                : sql.queryForObject(
                        "SELECT hash FROM tree_node WHERE level = ? AND position = ?", byte[].class, level, index);
    }

    /** Puts the lines after the first {@code size} leaves, with every subtree that becomes complete. */
    void append(long size, List<LedgerLine> lines) {
        Map<List<Long>, byte[]> fresh = new HashMap<>();
        List<Object[]> leaves = new ArrayList<>();
        List<Object[]> nodes = new ArrayList<>();
        for (LedgerLine line : lines) {
            long index = size + leaves.size();
            byte[] hash = LeafText.hash(LeafText.of(line));
            leaves.add(new Object[] {index, line.id().toString(), hash});
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
        sql.batchUpdate(
                "DELETE FROM ledger_pending WHERE entry_id = ?",
                lines.stream().map(line -> new Object[] {line.id().toString()}).toList());
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

    Optional<Checkpoint> latest() {
        return sql
                .query(
                        "SELECT * FROM checkpoint ORDER BY tree_size DESC LIMIT 1",
                        (row, n) -> new Checkpoint(
                                row.getLong("tree_size"),
                                row.getBytes("root"),
                                row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                                row.getString("key_id"),
                                row.getBytes("signature")))
                .stream()
                .findFirst();
    }
}
