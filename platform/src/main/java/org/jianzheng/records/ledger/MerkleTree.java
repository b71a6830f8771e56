package org.jianzheng.records.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.records.key.Sha256;

/**
 * The tree of RFC 9162, section 2.1, over any store of its complete subtrees: {@code node(level, index)} is the root over
 * the 2^level leaves from index·2^level on.
 */
final class MerkleTree {

    /** Complete subtrees; level 0 is the leaves' hashes. */
    @FunctionalInterface
    interface Nodes {
        byte[] hash(int level, long index);
    }

    private final Nodes nodes;

    MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    static byte[] leafHash(byte[] leaf) {
        return Sha256.sha256(new byte[] {0}, leaf);
    }

    static byte[] nodeHash(byte[] left, byte[] right) {
        return Sha256.sha256(new byte[] {1}, left, right);
    }

    /** Root over the first {@code size} leaves. */
    byte[] root(long size) {
        return size == 0 ? Sha256.sha256() : root(0, size);
    }

    private byte[] root(long start, long size) {
        if (Long.bitCount(size) == 1) {
            int level = Long.numberOfTrailingZeros(size);
            return nodes.hash(level, start >> level);
        }
        long left = Long.highestOneBit(size);
        return nodeHash(root(start, left), root(start + left, size - left));
    }

    /** Hashes that lead from the leaf to the root over the first {@code size} leaves, from the bottom up. */
    List<byte[]> path(long position, long size) {
        List<byte[]> path = new ArrayList<>();
        collect(position, 0, size, path);
        return path;
    }

    private void collect(long position, long start, long size, List<byte[]> path) {
        if (size <= 1) {
            return;
        }
        long left = Long.highestOneBit(size - 1);
        if (position < left) {
            collect(position, start, left, path);
            path.add(root(start + left, size - left));
        } else {
            collect(position - left, start + left, size - left, path);
            path.add(root(start, left));
        }
    }

    /** The root that the path leads to (RFC 9162, 2.1.3.2); an empty array where the path cannot belong to such a tree. */
    static byte[] rootFrom(byte[] leafHash, long position, long size, List<byte[]> path) {
        long at = position;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] step : path) {
            if (last == 0) {
                return new byte[0];
            }
            if (at % 2 == 1 || at == last) {
                hash = nodeHash(step, hash);
                while (at % 2 == 0 && at != 0) {
                    at >>= 1;
                    last >>= 1;
                }
            } else {
                hash = nodeHash(hash, step);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && position < size ? hash : new byte[0];
    }
}
