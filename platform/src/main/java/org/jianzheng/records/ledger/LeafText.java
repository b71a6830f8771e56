package org.jianzheng.records.ledger;

import java.nio.charset.StandardCharsets;
import org.jianzheng.kernel.StoredJson;

/**
 * What stands for an entry in the tree: a JSON array of strings (or null), no spaces, UTF-8. Each form is for ever.
 *
 * <p>Form 1, of entries before this form had a number: id, time, actor, actor's name, action, subject, case, reason, content
 * hash. Form 2: {@code "2"}, id, time, action, opaque subject, opaque case, content hash; who and why are part of the salted
 * content, so that they can be withheld or erased.
 */
final class LeafText {

    private LeafText() {}

    static String of(StoredEntry entry, LedgerKeys keys) {
        LedgerLine line = entry.line();
        return entry.form() == 1
                ? first(line)
                : json(
                        "2",
                        line.id().toString(),
                        line.at().toString(),
                        line.action(),
                        keys.opaque(line.subject()),
                        keys.opaque(line.caseId()),
                        line.contentHash());
    }

    private static String first(LedgerLine line) {
        return json(
                line.id().toString(),
                line.at().toString(),
                line.actor(),
                line.actorName(),
                line.action(),
                line.subject(),
                line.caseId(),
                line.reason(),
                line.contentHash());
    }

    private static String json(String... values) {
        return StoredJson.write(values);
    }

    static byte[] hash(String leaf) {
        return MerkleTree.leafHash(leaf.getBytes(StandardCharsets.UTF_8));
    }
}
