package org.jianzheng.records.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jianzheng.records.nightly.NightlyCheck;
import org.springframework.stereotype.Component;

/** Reads back the subtrees: each is the hash of its two halves, and every complete one is there. */
@Component
class NodeCheck implements NightlyCheck {

    private final TreeStore tree;

    NodeCheck(TreeStore tree) {
        this.tree = tree;
    }

    @Override
    public String name() {
        return "nodes";
    }

    /** Where it has got to; its text is {@code level/position}. */
    private record Place(int level, long position) {

        static Place of(String key) {
            int slash = key.indexOf('/');
            return new Place(Integer.parseInt(key.substring(0, slash)), Long.parseLong(key.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return key(level, position);
        }
    }

    @Override
    public Page read(String after, int most) {
        Place at = after == null ? new Place(lowest(), Long.MIN_VALUE) : Place.of(after);
        List<TreeStore.Node> page = tree.nodes(at.level(), at.position(), most);
        // Counted after the page was read: what was complete then is so now.
        long size = tree.size();
        List<Mismatch> found = new ArrayList<>();
        check(at, page, size, page.size() < most, found);
        String first = page.isEmpty() ? null : key(at.level(), page.get(0).position());
        if (page.size() == most) {
            String last = key(at.level(), page.get(page.size() - 1).position());
            return new Page(page.size(), first, last, false, found);
        }
        Optional<Integer> next =
                complete(at.level() + 1, size) > 0 ? Optional.of(at.level() + 1) : tree.levelAbove(at.level());
        return new Page(
                page.size(),
                first,
                next.map(level -> key(level, Long.MIN_VALUE)).orElse(null),
                next.isEmpty(),
                found);
    }

    /** Level 0 is the leaves; what stands in the table at it or below is nobody's. */
    private int lowest() {
        return Math.min(1, tree.levelAbove(Integer.MIN_VALUE).orElse(1));
    }

    private static long complete(int level, long size) {
        return level < 1 || level >= Long.SIZE - 1 ? 0 : size >> level;
    }

    private static void check(Place at, List<TreeStore.Node> page, long size, boolean levelEnds, List<Mismatch> found) {
        long complete = complete(at.level(), size);
        long next = at.position() < 0 ? 0 : at.position() == Long.MAX_VALUE ? at.position() : at.position() + 1;
        for (TreeStore.Node node : page) {
            if (node.position() >= 0 && node.position() < complete) {
                missing(at.level(), next, node.position(), found);
                next = node.position() + 1;
            }
            check(at.level(), node, complete, found);
        }
        if (levelEnds) {
            missing(at.level(), next, complete, found);
        }
    }

    private static void check(int level, TreeStore.Node node, long complete, List<Mismatch> found) {
        String record = "tree_node " + key(level, node.position());
        if (node.position() < 0 || node.position() >= complete) {
            found.add(new Mismatch(null, record, "NODE_NOT_OURS"));
        } else if (node.left() == null
                || node.right() == null
                || !Arrays.equals(MerkleTree.nodeHash(node.left(), node.right()), node.hash())) {
            found.add(new Mismatch(null, record, "NODE_CHANGED"));
        }
    }

    private static void missing(int level, long from, long to, List<Mismatch> found) {
        if (from < to) {
            String which = to - from == 1 ? key(level, from) : key(level, from) + "–" + (to - 1);
            found.add(new Mismatch(null, "tree_node " + which, "NODE_MISSING"));
        }
    }

    private static String key(int level, long position) {
        return level + "/" + position;
    }
}
