package org.jianzheng.records.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jianzheng.records.nightly.NightlyCheck;
import org.springframework.stereotype.Component;

/**
 * Reads back every entry of the ledger: is it the platform's, does it stand in the tree as it is now, has its content the
 * hash it gives? An entry that neither has a place nor waits for one gets back in line.
 */
@Component
class EntryCheck implements NightlyCheck {

    private final LedgerStore ledger;
    private final TreeStore tree;
    private final LedgerProofs proofs;
    private final LedgerFiles files;

    EntryCheck(LedgerStore ledger, TreeStore tree, LedgerProofs proofs, LedgerFiles files) {
        this.ledger = ledger;
        this.tree = tree;
        this.proofs = proofs;
        this.files = files;
    }

    @Override
    public String name() {
        return "entries";
    }

    @Override
    public Page read(String after, int most) {
        List<LedgerStore.Held> page = ledger.held(after, most);
        if (page.isEmpty()) {
            return Page.empty();
        }
        // Counted after the page was read: whoever had a place then is within it.
        long size = tree.size();
        List<Mismatch> found = new ArrayList<>();
        page.forEach(one -> check(one, size, found));
        String first = page.get(0).rawId();
        String last = page.get(page.size() - 1).rawId();
        return new Page(page.size(), first, last, page.size() < most, found);
    }

    private void check(LedgerStore.Held held, long size, List<Mismatch> found) {
        StoredEntry entry = held.told().entry();
        Long position = entry.line().position();
        if (position == null) {
            checkUnplaced(held, found);
        } else if (position < 0 || position >= size) {
            found.add(about(held, "LEAF_NOT_OURS"));
        } else if (!proofs.standsWithin(entry, size)) {
            found.add(about(held, "ENTRY_CHANGED"));
        }
        if (held.told().contentIntact()) {
            files.unknown(entry.line().action(), held.told().facts())
                    .forEach(sha256 -> found.add(new Mismatch(entry.line().subject(), sha256, "FILE_UNKNOWN")));
        } else if (position != null || !held.refused()) {
            found.add(about(held, held.told().content() == null ? "CONTENT_MISSING" : "CONTENT_CHANGED"));
        }
    }

    private void checkUnplaced(LedgerStore.Held held, List<Mismatch> found) {
        boolean ours = proofs.isPlatforms(held.told().entry());
        if (held.waits() || held.refused() && !ours) {
            return; // The sequencer will judge it, or has judged it and told.
        }
        // In line again it gets its place, or is refused and told of as what it is.
        ledger.requeue(held.rawId());
        found.add(about(held, ours ? "ENTRY_REQUEUED" : "ENTRY_NOT_OURS"));
    }

    private static Mismatch about(LedgerStore.Held held, String what) {
        return new Mismatch(held.told().entry().line().subject(), held.rawId(), what);
    }
}
