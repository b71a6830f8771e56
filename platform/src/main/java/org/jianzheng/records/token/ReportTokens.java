package org.jianzheng.records.token;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Base64;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.key.PlatformKey;
import org.jianzheng.records.key.PlatformKeys;
import org.jianzheng.records.key.RecordSettings;
import org.springframework.stereotype.Service;

/**
 * The token in a report's QR code (clause 4.2.2.1): base64url of a CBOR array followed by 64 bytes of ES256 signature over
 * it. Anyone who has the platform's public key can check one without asking the platform.
 */
@Service
public class ReportTokens {

    private static final int SIGNATURE = 64;
    /** A clean 35 mm print at 150 dpi then decodes with every common reader. */
    private static final int LONGEST_URL = 320;

    private static final int LONGEST_TOKEN = 1000;

    private final PlatformKeys keys;
    private final String baseUrl;

    public ReportTokens(PlatformKeys keys, RecordSettings settings) {
        this.keys = keys;
        this.baseUrl = settings.baseUrl().toString();
    }

    /** The token of a report; {@link RuleBroken} where the platform has no key or the address gets too long to print. */
    public String sign(ReportFacts facts) {
        PlatformKey key = keys.current().orElseThrow(() -> new RuleBroken("records.token.noKey"));
        byte[] body = TokenBody.write(facts, key);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(join(body, key.sign(body)));
        if (verifyUrl(token).length() > LONGEST_URL) {
            throw new RuleBroken("records.token.tooLong", verifyUrl(token).length(), LONGEST_URL);
        }
        return token;
    }

    /** Reads anything that claims to be a token; never throws. */
    public TokenReading read(String token) {
        byte[] bytes = decode(token);
        if (bytes.length <= SIGNATURE) {
            return new TokenReading(TokenReading.Status.FORGED, null);
        }
        byte[] body = Arrays.copyOf(bytes, bytes.length - SIGNATURE);
        byte[] signature = Arrays.copyOfRange(bytes, body.length, bytes.length);
        return TokenBody.keyId(body)
                .map(id -> keys.byId(id)
                        .map(key -> read(body, signature, key))
                        .orElse(new TokenReading(TokenReading.Status.UNKNOWN_KEY, null)))
                .orElse(new TokenReading(TokenReading.Status.FORGED, null));
    }

    private static TokenReading read(byte[] body, byte[] signature, PlatformKey key) {
        try {
            return key.signed(body, signature)
                    ? new TokenReading(TokenReading.Status.GENUINE, TokenBody.read(body, key))
                    : new TokenReading(TokenReading.Status.FORGED, null);
        } catch (UncheckedIOException | IllegalStateException noReport) {
            // Signed with that key, but not as a report's code.
            return new TokenReading(TokenReading.Status.FORGED, null);
        }
    }

    /** The address that the QR code holds. */
    public String verifyUrl(String token) {
        return baseUrl + "/v/" + token;
    }

    // One token has one spelling: what does not encode back to itself is not one.
    private static byte[] decode(String token) {
        if (token == null || token.length() > LONGEST_TOKEN) {
            return new byte[0];
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token);
            boolean canonical = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(bytes)
                    .equals(token);
            return canonical ? bytes : new byte[0];
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] join(byte[] body, byte[] signature) {
        byte[] all = Arrays.copyOf(body, body.length + signature.length);
        System.arraycopy(signature, 0, all, body.length, signature.length);
        return all;
    }
}
