package org.jianzheng.records.ledger;

import java.util.HexFormat;
import java.util.Map;

/**
 * An entry with what was recorded.
 *
 * @param content as stored; null where there is none
 */
record ToldEntry(StoredEntry entry, byte[] salt, String content) {

    /** Does the content still have the hash that its entry gives? */
    boolean contentIntact() {
        return content != null
                && HexFormat.of()
                        .formatHex(FactContent.hash(salt, content))
                        .equals(entry.line().contentHash());
    }

    Map<String, Object> facts() {
        return content == null
                ? Map.of()
                : FactContent.read(content, entry.form()).facts();
    }
}
