package org.jianzheng.notice.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECPoint;
import org.jianzheng.kernel.SecretKeys;

/** Says to push services whose messages they are (RFC 8292); browsers subscribe to messages of this key alone. */
final class VapidKey {

    /** A day at most. */
    private static final Duration LIFE = Duration.ofHours(12);

    private final ECKey key;
    private final String subject;

    /** @param secret the private number, 32 bytes in Base64 */
    VapidKey(String secret, String subject) {
        BigInteger number = new BigInteger(1, SecretKeys.of("jianzheng.push.key", secret));
        X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
        if (number.signum() == 0 || number.compareTo(curve.getN()) >= 0) {
            throw new IllegalStateException("jianzheng.push.key is no key of P-256: make another");
        }
        ECPoint point = curve.getG().multiply(number).normalize();
        this.key = new ECKey.Builder(
                        Curve.P_256,
                        Base64URL.encode(point.getAffineXCoord().getEncoded()),
                        Base64URL.encode(point.getAffineYCoord().getEncoded()))
                .d(ECKey.encodeCoordinate(256, number))
                .build();
        this.subject = subject;
    }

    /** As the browser's {@code applicationServerKey}. */
    String known() {
        try {
            return Base64URL.encode(PushEncryption.point(key.toECPublicKey())).toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The header for a push service of that origin. */
    String authorization(String origin, Instant now) {
        var claims = new JWTClaimsSet.Builder()
                .audience(origin)
                .expirationTime(Date.from(now.plus(LIFE)))
                .subject(subject)
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(JOSEObjectType.JWT)
                        .build(),
                claims);
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return "vapid t=" + token.serialize() + ", k=" + known();
    }
}
