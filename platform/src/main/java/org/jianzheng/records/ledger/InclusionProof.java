package org.jianzheng.records.ledger;

import java.util.Arrays;
import java.util.List;

/**
 * Proves with no database and no network that an entry is part of the tree whose root a checkpoint signs (RFC 9162,
 * 2.1.3).
 *
 * @param leaf what is hashed as the leaf: the entry as a JSON array, see {@link LeafText}
 * @param position of the leaf from 0
 * @param path hashes from the leaf's sibling up
 */
public record InclusionProof(String leaf, long position, List<byte[]> path, Checkpoint checkpoint) {

    public InclusionProof {
        path = List.copyOf(path);
    }

    /** Does the path lead from the leaf to the checkpoint's root? Whether the root is signed is the checkpoint's matter. */
    public boolean holds() {
        return Arrays.equals(
                MerkleTree.rootFrom(LeafText.hash(leaf), position, checkpoint.treeSize(), path), checkpoint.root());
    }
}
