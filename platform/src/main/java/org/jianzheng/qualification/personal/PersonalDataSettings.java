package org.jianzheng.qualification.personal;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
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

    private static final int BYTES = 32;

    public PersonalDataSettings {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        if (currentKey == null || !keys.containsKey(currentKey)) {
            throw new IllegalStateException("jianzheng.personal-data.current-key must name one of the keys under"
                    + " jianzheng.personal-data.keys: identity and telephone numbers are stored encrypted only."
                    + " Make a key with `openssl rand -base64 32`, set it and keep a copy in a safe place");
        }
        keys.forEach((id, key) -> bytes("jianzheng.personal-data.keys." + id, key));
        bytes("jianzheng.personal-data.hash-key", hashKey);
    }

    Map<String, byte[]> sealing() {
        Map<String, byte[]> sealing = new TreeMap<>();
        keys.forEach((id, key) -> sealing.put(id, bytes(id, key)));
        return sealing;
    }

    byte[] hashing() {
        return bytes("hash-key", hashKey);
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
        return "PersonalDataSettings[currentKey=" + currentKey + ", keys=" + keys.keySet() + "]";
    }
}
