package org.jianzheng.records.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jianzheng.records.nightly.NightlyCheck;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.stereotype.Component;

/** Reads back every checkpoint: it bears the platform's signature, and what it signs is still the root of the tree. */
@Component
class CheckpointCheck implements NightlyCheck {

    private final TreeStore tree;

    CheckpointCheck(TreeStore tree) {
        this.tree = tree;
    }

    @Override
    public String name() {
        return "checkpoints";
    }

    @Override
    public Page read(String after, int most) {
        List<Checkpoint> page = tree.checkpointsAbove(after == null ? Long.MIN_VALUE : Long.parseLong(after), most);
        if (page.isEmpty()) {
            return Page.empty();
        }
        List<Mismatch> found = new ArrayList<>();
        page.forEach(one -> {
            String what = state(one);
            if (what != null) {
                found.add(new Mismatch(null, "checkpoint " + one.treeSize(), what));
            }
        });
        return new Page(
                page.size(),
                String.valueOf(page.get(0).treeSize()),
                String.valueOf(page.get(page.size() - 1).treeSize()),
                page.size() < most,
                found);
    }

    private String state(Checkpoint checkpoint) {
        if (!tree.isSigned(checkpoint)) {
            return "CHECKPOINT_NOT_SIGNED";
        }
        try {
            byte[] root = new MerkleTree(tree::node).root(checkpoint.treeSize());
            return Arrays.equals(root, checkpoint.root()) ? null : "CHECKPOINT_ROOT";
        } catch (EmptyResultDataAccessException missing) {
            return "CHECKPOINT_ROOT";
        }
    }
}
