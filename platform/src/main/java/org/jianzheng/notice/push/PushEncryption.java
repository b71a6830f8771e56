package org.jianzheng.notice.push;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts a message to a browser (RFC 8291, content coding aes128gcm of RFC 8188 in one record). The libraries that do this
 * bring an older Bouncy Castle and HTTP clients of their own.
 */
final class PushEncryption {

    private static final int SALT = 16;
    private static final int HALF = 32;
    private static final int RECORD = 4096;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private PushEncryption() {}

    /** @param plain at most some 4,000 bytes */
    static byte[] encrypt(byte[] plain, BrowserKeys to) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return encrypt(plain, to, generator.generateKeyPair(), salt);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param own made for this message alone */
    static byte[] encrypt(byte[] plain, BrowserKeys to, KeyPair own, byte[] salt) throws GeneralSecurityException {
        byte[] point = point((ECPublicKey) own.getPublic());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own.getPrivate());
        agreement.doPhase(to.key(), true);
        byte[] shared = hmac(to.auth(), agreement.generateSecret());
        byte[] input = hmac(shared, text("WebPush: info\0"), to.point(), point, new byte[] {1});
        byte[] secret = hmac(salt, input);
        byte[] key = Arrays.copyOf(hmac(secret, text("Content-Encoding: aes128gcm\0\1")), 16);
        byte[] nonce = Arrays.copyOf(hmac(secret, text("Content-Encoding: nonce\0\1")), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] last = Arrays.copyOf(plain, plain.length + 1);
        // Says that no record follows.
        last[plain.length] = 2;
        byte[] encrypted = cipher.doFinal(last);
        return ByteBuffer.allocate(SALT + 4 + 1 + point.length + encrypted.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) point.length)
                .put(point)
                .put(encrypted)
                .array();
    }

    private static byte[] text(String ascii) {
        return ascii.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] hmac(byte[] key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    /** Uncompressed, as the protocols write it. */
    static byte[] point(ECPublicKey key) {
        return ByteBuffer.allocate(1 + 2 * HALF)
                .put((byte) 4)
                .put(half(key.getW().getAffineX()))
                .put(half(key.getW().getAffineY()))
                .array();
    }

    private static byte[] half(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] half = new byte[HALF];
        int digits = Math.min(bytes.length, HALF);
        System.arraycopy(bytes, bytes.length - digits, half, HALF - digits, digits);
        return half;
    }
}
