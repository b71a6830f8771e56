package org.jianzheng.records;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys of the ledger, each 32 bytes in Base64, which no account of the database knows. A key is replaced by adding a new
 * one and naming it as the current one; what the others have marked is believed as long as they are listed.
 *
 * @param currentKey id of the key that marks entries, such as {@code k1}
 * @param keys every key by its id
 * @param idKey makes opaque ids of subjects and cases; the same on every node and for good
 */
@ConfigurationProperties("jianzheng.ledger")
record LedgerKeySettings(String currentKey, Map<String, String> keys, String idKey) {

    private static final int BYTES = 32;

    LedgerKeySettings {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        if (currentKey == null || !keys.containsKey(currentKey)) {
            throw new IllegalStateException("jianzheng.ledger.current-key must name one of the keys under"
                    + " jianzheng.ledger.keys: without one nobody can tell an entry of the platform from one that somebody"
                    + " put into the database. Make a key with `openssl rand -base64 32`, set it and keep a copy in a safe"
                    + " place");
        }
        keys.forEach((id, key) -> bytes("jianzheng.ledger.keys." + id, key));
        bytes("jianzheng.ledger.id-key", idKey);
    }

    Map<String, byte[]> marking() {
        Map<String, byte[]> marking = new TreeMap<>();
        keys.forEach((id, key) -> marking.put(id, bytes(id, key)));
        return marking;
    }

    byte[] naming() {
        return bytes("id-key", idKey);
    }

    // Neither a key nor part of one may ever stand in a message.
    private static byte[] bytes(String setting, String key) {
        try {
            byte[] bytes = Base64.getDecoder().decode(key == null ? "" : key.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Said below.
        }
        throw new IllegalStateException(
                "%s is missing or is not %d bytes in Base64. Make one with `openssl rand -base64 32`"
                        .formatted(setting, BYTES));
    }

    @Override
    public String toString() {
        return "LedgerKeySettings[currentKey=" + currentKey + ", keys=" + keys.keySet() + "]";
    }
}
