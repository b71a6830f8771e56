package org.jianzheng.records.token;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.records.key.PlatformKey;
import org.jianzheng.records.key.PlatformKeys;
import org.springframework.stereotype.Service;

/**
 * What the platform signs for programs elsewhere: compact JWS (RFC 7515), ES256. The type stands in the header, so that what
 * was signed for one purpose serves no other.
 */
@Service
public class SignedJson {

    private static final int LONGEST = 16 * 1024;
    private static final int PARTS = 3;

    private final PlatformKeys keys;

    SignedJson(PlatformKeys keys) {
        this.keys = keys;
    }

    /** @throws RuleBroken where the platform has no key */
    public String sign(String type, Map<String, ?> content) {
        PlatformKey key = keys.current().orElseThrow(() -> new RuleBroken("records.token.noKey"));
        String signed = header(type, key) + "." + encoded(StoredJson.write(content));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(key.sign(ascii(signed)));
    }

    /** The content, if a key of the platform signed it as it is, for that purpose; empty for anything else. */
    public Optional<Map<?, ?>> read(String type, String token) {
        String[] parts = token.length() > LONGEST ? new String[0] : token.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        return keys.all().stream()
                .filter(key -> parts[0].equals(header(type, key)))
                .filter(key -> key.signed(ascii(parts[0] + "." + parts[1]), decoded(parts[2])))
                .findFirst()
                .map(key -> StoredJson.read(new String(decoded(parts[1]), StandardCharsets.UTF_8), Map.class));
    }

    private static String header(String type, PlatformKey key) {
        Map<String, String> header = new LinkedHashMap<>();
        header.put("alg", "ES256");
        header.put("kid", key.hexId());
        header.put("typ", type);
        return encoded(StoredJson.write(header));
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
