package org.jianzheng.records.key;

import java.util.Map;
import org.jianzheng.kernel.SecretKeys;
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
public record LedgerKeySettings(String currentKey, Map<String, String> keys, String idKey) {

    private static final String NAME = "jianzheng.ledger";

    public LedgerKeySettings {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        marking(currentKey, keys);
        naming(idKey);
    }

    public Map<String, byte[]> marking() {
        return marking(currentKey, keys);
    }

    public byte[] naming() {
        return naming(idKey);
    }

    private static Map<String, byte[]> marking(String current, Map<String, String> keys) {
        return SecretKeys.listed(
                NAME,
                current,
                keys,
                "without one nobody can tell an entry of the platform from one that somebody put into the database");
    }

    private static byte[] naming(String key) {
        return SecretKeys.of(NAME + ".id-key", key);
    }

    @Override
    public String toString() {
        return "LedgerKeySettings[currentKey=" + currentKey + ", keys=" + keys.keySet() + "]";
    }
}
