package org.jianzheng.records.ledger;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Proofs are made from the entry as it stands now: one that somebody changed fails them. */
@Component
class LedgerProofs {

    private final LedgerStore ledger;
    private final TreeStore tree;
    private final LedgerKeys keys;

    LedgerProofs(LedgerStore ledger, TreeStore tree, LedgerKeys keys) {
        this.ledger = ledger;
        this.tree = tree;
        this.keys = keys;
    }

    Optional<InclusionProof> proof(UUID id) {
        return ledger.find(id).map(ToldEntry::entry).flatMap(entry -> tree.latest()
                .filter(latest ->
                        entry.line().position() != null && entry.line().position() < latest.treeSize())
                .map(latest -> proof(entry, latest)));
    }

    private InclusionProof proof(StoredEntry entry, Checkpoint latest) {
        long position = entry.line().position();
        MerkleTree merkle = new MerkleTree(tree::node);
        return new InclusionProof(LeafText.of(entry, keys), position, merkle.path(position, latest.treeSize()), latest);
    }

    /**
     * Is it an entry that the platform wrote, and as it wrote it? It bears the platform's mark, or is older than marks and
     * stands in the signed tree, or waited for its place there when marks were introduced.
     */
    boolean stands(StoredEntry entry) {
        return isPlatforms(entry) && (entry.line().position() == null || isPlacedSo(entry));
    }

    /** Did the platform write it? Where entries had no mark yet, only the tree can say. */
    boolean isPlatforms(StoredEntry entry) {
        return entry.form() == 1
                ? isInSignedTree(entry) || ledger.isBeforeMarks(entry.line().id())
                : keys.isMark(entry.keyId(), entry.mac(), LeafText.of(entry, keys));
    }

    /** The same for an entry that has its place among the first {@code size}, which a signed checkpoint counted. */
    boolean standsWithin(StoredEntry entry, long size) {
        return isPlacedSo(entry)
                && entry.line().position() < size
                && (entry.form() == 1 || keys.isMark(entry.keyId(), entry.mac(), LeafText.of(entry, keys)));
    }

    private boolean isInSignedTree(StoredEntry entry) {
        Long position = entry.line().position();
        return position != null
                && isPlacedSo(entry)
                && tree.latest().filter(latest -> position < latest.treeSize()).isPresent();
    }

    boolean isPlacedSo(StoredEntry entry) {
        return Arrays.equals(LeafText.hash(LeafText.of(entry, keys)), entry.leafHash());
    }
}
