package org.jianzheng.records.key;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyStore.PrivateKeyEntry;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.digest.DigestUtils;

/** A P-256 key that signs with ES256: 64 bytes, r and s side by side. */
public final class PlatformKey {

    private static final int HALF = 32;
    private static final String ES256 = "SHA256withECDSAinP1363Format";

    private final ECPrivateKey secret;
    private final PublicKey known;
    private final byte[] id;
    private final X509Certificate certificate;

    PlatformKey(PrivateKeyEntry entry) {
        if (!(entry.getPrivateKey() instanceof ECPrivateKey key)
                || key.getParams().getOrder().bitLength() != 256) {
            throw new IllegalStateException("The platform's key must be a P-256 key");
        }
        this.secret = key;
        this.known = entry.getCertificate().getPublicKey();
        this.id = Arrays.copyOf(DigestUtils.sha256(known.getEncoded()), 4);
        this.certificate = (X509Certificate) entry.getCertificate();
    }

    /** The first four bytes of the SHA-256 of the public key. */
    public byte[] id() {
        return id.clone();
    }

    public String hexId() {
        return HexFormat.of().formatHex(id);
    }

    public PublicKey known() {
        return known;
    }

    public SigningKey shown() {
        return new SigningKey(
                hexId(),
                (ECPublicKey) known,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }

    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance(ES256);
            signature.initSign(secret);
            signature.update(content);
            return lowS(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Of the two values of s that verify, s and n − s, the lower: a signature made here is spelt in one way only. */
    private byte[] lowS(byte[] signature) {
        BigInteger order = secret.getParams().getOrder();
        BigInteger s = new BigInteger(1, signature, HALF, HALF);
        if (s.compareTo(order.shiftRight(1)) <= 0) {
            return signature;
        }
        byte[] low = order.subtract(s).toByteArray();
        byte[] spelt = Arrays.copyOf(signature, 2 * HALF);
        Arrays.fill(spelt, HALF, 2 * HALF, (byte) 0);
        int digits = Math.min(low.length, HALF);
        System.arraycopy(low, low.length - digits, spelt, 2 * HALF - digits, digits);
        return spelt;
    }

    public boolean signed(byte[] content, byte[] signature) {
        try {
            Signature check = Signature.getInstance(ES256);
            check.initVerify(known);
            check.update(content);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** A secret of the platform's own that only the holder of this key can derive. */
    public SecretKey derived(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getS().toByteArray(), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8)), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
