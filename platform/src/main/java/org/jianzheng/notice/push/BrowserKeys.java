package org.jianzheng.notice.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What a browser gave for encrypting to it (RFC 8291, section 2).
 *
 * @param point its public key, uncompressed
 * @param auth its secret
 */
record BrowserKeys(byte[] point, ECPublicKey key, byte[] auth) {

    private static final int POINT = 65;
    private static final int HALF = 32;
    private static final int AUTH = 16;
    private static final int LONGEST = 100;

    /** Empty where it is no point of P-256 or no secret of 16 bytes. */
    static Optional<BrowserKeys> of(String p256dh, String auth) {
        byte[] point = bytes(p256dh);
        byte[] secret = bytes(auth);
        if (point.length != POINT || point[0] != 4 || secret.length != AUTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BrowserKeys(point, key(point), secret));
        } catch (JOSEException | IllegalArgumentException | IllegalStateException notOnTheCurve) {
            return Optional.empty();
        }
    }

    static ECPublicKey key(byte[] point) throws JOSEException {
        Base64URL x = Base64URL.encode(Arrays.copyOfRange(point, 1, 1 + HALF));
        Base64URL y = Base64URL.encode(Arrays.copyOfRange(point, 1 + HALF, POINT));
        return new ECKey.Builder(Curve.P_256, x, y).build().toECPublicKey();
    }

    private static byte[] bytes(String text) {
        try {
            return text == null || text.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException none) {
            return new byte[0];
        }
    }
}
