package org.jianzheng.records;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Proofs are made from the entry as it stands now: one that somebody changed fails them. */
@Component
class LedgerProofs {

    private final LedgerStore ledger;
    private final TreeStore tree;

    LedgerProofs(LedgerStore ledger, TreeStore tree) {
        this.ledger = ledger;
        this.tree = tree;
    }

    Optional<InclusionProof> proof(UUID id) {
        return ledger.find(id).flatMap(line -> tree.latest()
                .filter(latest -> line.position() != null && line.position() < latest.treeSize())
                .map(latest -> proof(line, latest)));
    }

    /** Is the entry what was placed in the tree, as far as it has a place? */
    boolean stands(LedgerLine line) {
        return line.position() == null
                || Arrays.equals(LeafText.hash(LeafText.of(line)), tree.node(0, line.position()));
    }

    private InclusionProof proof(LedgerLine line, Checkpoint latest) {
        MerkleTree merkle = new MerkleTree(tree::node);
        return new InclusionProof(
                LeafText.of(line), line.position(), merkle.path(line.position(), latest.treeSize()), latest);
    }
}
