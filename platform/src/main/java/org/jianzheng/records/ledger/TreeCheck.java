package org.jianzheng.records.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.records.nightly.NightlyCheck;
import org.springframework.stereotype.Component;

/**
 * Reads back the places of the tree: one after the other without a gap, each of an entry that is there, none beyond what was
 * signed. Whether a leaf is the hash of its entry is seen when the entry is read.
 */
@Component
class TreeCheck implements NightlyCheck {

    private final TreeStore tree;

    TreeCheck(TreeStore tree) {
        this.tree = tree;
    }

    @Override
    public String name() {
        return "leaves";
    }

    @Override
    public Page read(String after, int most) {
        long last = after == null ? Long.MIN_VALUE : Long.parseLong(after);
        List<TreeStore.Leaf> page = tree.leaves(last, most);
        // Counted after the page was read: whoever had a place then is within it.
        long size = tree.size();
        List<Mismatch> found = new ArrayList<>();
        long next = last < 0 ? 0 : last == Long.MAX_VALUE ? last : last + 1;
        for (TreeStore.Leaf leaf : page) {
            if (leaf.position() >= 0 && leaf.position() < size) {
                missing(next, leaf.position(), found);
                next = leaf.position() + 1;
            }
            check(leaf, size, found);
        }
        boolean ended = page.size() < most;
        if (ended) {
            missing(next, size, found);
        }
        return page.isEmpty()
                ? new Page(0, null, null, true, found)
                : new Page(page.size(), key(page.get(0)), key(page.get(page.size() - 1)), ended, found);
    }

    private static void check(TreeStore.Leaf leaf, long size, List<Mismatch> found) {
        String record = "leaf %d (%s)".formatted(leaf.position(), leaf.entry());
        if (leaf.position() < 0 || leaf.position() >= size) {
            found.add(new Mismatch(leaf.subject(), record, "LEAF_NOT_OURS"));
        } else if (!leaf.hasEntry()) {
            found.add(new Mismatch(null, record, "ENTRY_MISSING"));
        }
    }

    /** One line for all that are missing in a row. */
    private static void missing(long from, long to, List<Mismatch> found) {
        if (from < to) {
            String which = to - from == 1 ? "leaf %d".formatted(from) : "leaf %d–%d".formatted(from, to - 1);
            found.add(new Mismatch(null, which, "LEAF_MISSING"));
        }
    }

    private static String key(TreeStore.Leaf leaf) {
        return String.valueOf(leaf.position());
    }
}
