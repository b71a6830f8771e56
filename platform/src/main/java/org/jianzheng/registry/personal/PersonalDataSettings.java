package org.jianzheng.registry.personal;

import java.util.Map;
import org.jianzheng.kernel.SecretKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys of the personal data, each 32 bytes in Base64. A key is replaced by adding a new one and naming it as the current
 * one; what was sealed with the others stays readable as long as they are listed.
 *
 * @param currentKey id of the key that seals, such as {@code k1}
 * @param keys every key by its id
 * @param hashKey finds the same number again without opening any; the same on every node and for good
 */
@ConfigurationProperties("jianzheng.personal-data")
public record PersonalDataSettings(String currentKey, Map<String, String> keys, String hashKey) {

    private static final String NAME = "jianzheng.personal-data";

    public PersonalDataSettings {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        sealing(currentKey, keys);
        hashing(hashKey);
    }

    Map<String, byte[]> sealing() {
        return sealing(currentKey, keys);
    }

    byte[] hashing() {
        return hashing(hashKey);
    }

    private static Map<String, byte[]> sealing(String current, Map<String, String> keys) {
        return SecretKeys.listed(NAME, current, keys, "identity and telephone numbers are stored encrypted only");
    }

    private static byte[] hashing(String key) {
        return SecretKeys.of(NAME + ".hash-key", key);
    }

    @Override
    public String toString() {
        return "PersonalDataSettings[currentKey=" + currentKey + ", keys=" + keys.keySet() + "]";
    }
}
