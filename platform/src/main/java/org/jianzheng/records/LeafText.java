package org.jianzheng.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands for an entry in the tree: a JSON array of strings (or null), id, time, actor, actor's name, action, subject,
 * case, reason, content hash; no spaces, UTF-8. This form is for ever.
 */
final class LeafText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private LeafText() {}

    static String of(LedgerLine line) {
        try {
            return JSON.writeValueAsString(Arrays.asList(
                    line.id().toString(),
                    line.at().toString(),
                    line.actor(),
                    line.actorName(),
                    line.action(),
                    line.subject(),
                    line.caseId(),
                    line.reason(),
                    line.contentHash()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] hash(String leaf) {
        return MerkleTree.leafHash(leaf.getBytes(StandardCharsets.UTF_8));
    }
}
