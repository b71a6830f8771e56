package org.jianzheng.records.evidence;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-256-GCM: a nonce of its own in front, the tag behind. What was encrypted as one thing does not open as another. */
public final class AesGcm {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    /** @param what it is: the same has to be said to open it */
    public static byte[] encrypt(SecretKey key, String what, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, what);
            byte[] all = Arrays.copyOf(nonce, NONCE + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, all, NONCE);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException where it is not as it was encrypted, or not with this key, or not as this */
    public static byte[] decrypt(SecretKey key, String what, byte[] encrypted) {
        try {
            byte[] nonce = Arrays.copyOf(encrypted, NONCE);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, what)
                    .doFinal(encrypted, NONCE, Math.max(0, encrypted.length - NONCE));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("What is encrypted as " + what + " was changed or is not of this key", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String what) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(what.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
