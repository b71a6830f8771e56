package org.jianzheng.sampling.phone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.text.ParseException;
import java.util.Base64;
import org.jianzheng.kernel.RuleBroken;

/**
 * The public half of a phone's key: P-256, as WebCrypto makes it. The other half cannot be taken out of the browser that
 * made it.
 */
public final class PhoneKey {

    /** r and s side by side, as WebCrypto writes them. */
    private static final String ES256 = "SHA256withECDSAinP1363Format";

    private static final int LONGEST = 400;

    private final ECKey key;

    private PhoneKey(ECKey key) {
        this.key = key;
    }

    /** @throws RuleBroken where it is no public P-256 key in JWK form */
    public static PhoneKey of(String jwk) {
        if (jwk == null || jwk.length() > LONGEST || !jwk.startsWith("{")) {
            throw RuleBroken.at("jwk", "sampling.phone.key");
        }
        try {
            ECKey key = ECKey.parse(jwk);
            if (key.isPrivate() || !Curve.P_256.equals(key.getCurve())) {
                throw RuleBroken.at("jwk", "sampling.phone.key");
            }
            return new PhoneKey(new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build());
        } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
            throw RuleBroken.at("jwk", "sampling.phone.key");
        }
    }

    /** Its members that make the key, and no others. */
    String jwk() {
        return key.toJSONString();
    }

    /** RFC 7638: what the phone calls itself. */
    public String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param signature base64url */
    public boolean signed(byte[] content, String signature) {
        try {
            Signature check = Signature.getInstance(ES256);
            check.initVerify(key.toECPublicKey());
            check.update(content);
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException e) {
            return false;
        }
    }
}
