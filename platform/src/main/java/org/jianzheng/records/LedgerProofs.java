package org.jianzheng.records;

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

    private InclusionProof proof(LedgerLine line, Checkpoint latest) {
        MerkleTree merkle = new MerkleTree(tree::node);
        return new InclusionProof(
                LeafText.of(line), line.position(), merkle.path(line.position(), latest.treeSize()), latest);
    }
}
