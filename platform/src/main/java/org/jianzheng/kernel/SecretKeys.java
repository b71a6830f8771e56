package org.jianzheng.kernel;

import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** Reads secret keys out of settings, each 32 bytes in Base64. Neither a key nor part of one ever stands in a message. */
public final class SecretKeys {

    private static final int BYTES = 32;

    private SecretKeys() {}

    /**
     * Keys by their ids, of which one is the current one and the others are listed for what they were used for.
     *
     * @param settings name of the settings, in which {@code current-key} names one of the {@code keys}
     * @param why there must be one
     */
    public static Map<String, byte[]> listed(String settings, String current, Map<String, String> keys, String why) {
        if (current == null || !keys.containsKey(current)) {
            throw new IllegalStateException(
                    "%1$s.current-key must name one of the keys under %1$s.keys: %2$s. Make a key with `openssl rand -base64 32`, set it and keep a copy in a safe place"
                            .formatted(settings, why));
        }
        Map<String, byte[]> bytes = new TreeMap<>();
        keys.forEach((id, key) -> bytes.put(id, of(settings + ".keys." + id, key)));
        return bytes;
    }

    /** @param setting its name */
    public static byte[] of(String setting, String key) {
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
}
