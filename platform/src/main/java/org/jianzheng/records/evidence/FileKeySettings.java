package org.jianzheng.records.evidence;

import java.util.Map;
import org.jianzheng.kernel.SecretKeys;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Master keys of encrypted files, each 32 bytes in Base64: they encrypt the key of each file and nothing else. A master key is
 * replaced by adding a new one and naming it as the current one; the files' keys go over to it by and by.
 *
 * @param currentKey id of the one that encrypts, such as {@code k1}
 * @param keys every one by its id
 */
@ConfigurationProperties("jianzheng.file-keys")
public record FileKeySettings(String currentKey, Map<String, String> keys) {

    public FileKeySettings {
        keys = keys == null ? Map.of() : Map.copyOf(keys);
        masters(currentKey, keys);
    }

    Map<String, byte[]> masters() {
        return masters(currentKey, keys);
    }

    private static Map<String, byte[]> masters(String current, Map<String, String> keys) {
        return SecretKeys.listed("jianzheng.file-keys", current, keys, "photos of people are stored encrypted only");
    }

    @Override
    public String toString() {
        return "FileKeySettings[currentKey=" + currentKey + ", keys=" + keys.keySet() + "]";
    }
}
