package org.jianzheng.face.portrait;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jianzheng.registry.personal.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Pictures in the database, each encrypted (AES-256-GCM) under a key of its own that the key of the personal data seals, and
 * bound to the enrolment it is of. Deleted, picture and key are both gone.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PortraitVault {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalData data;

    PortraitVault(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** @return a keyed hash, which says nothing of the picture once its key is gone */
    String put(String enrolmentId, byte[] picture) {
        byte[] key = bytes(KEY_BYTES);
        byte[] nonce = bytes(NONCE_BYTES);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, key, nonce, enrolmentId, picture);
        byte[] content = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, content, nonce.length, sealed.length);
        jdbc.sql("INSERT INTO face_portrait (enrolment_id, sealed_key, content) VALUES (?, ?, ?)")
                .params(enrolmentId, data.sealText(Base64.getEncoder().encodeToString(key)), content)
                .update();
        return hash(key, picture);
    }

    private record Row(String sealedKey, byte[] content) {}

    /** @throws IllegalStateException where the stored bytes are not those that were put in for this enrolment */
    Optional<byte[]> get(String enrolmentId) {
        return jdbc.sql("SELECT sealed_key, content FROM face_portrait WHERE enrolment_id = ?")
                .param(enrolmentId)
                .query((row, n) -> new Row(row.getString(1), row.getBytes(2)))
                .optional()
                .map(row -> open(enrolmentId, row));
    }

    private byte[] open(String enrolmentId, Row row) {
        byte[] key = Base64.getDecoder().decode(data.open(row.sealedKey()));
        byte[] nonce = Arrays.copyOf(row.content(), NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(row.content(), NONCE_BYTES, row.content().length);
        return crypt(Cipher.DECRYPT_MODE, key, nonce, enrolmentId, sealed);
    }

    void delete(String enrolmentId) {
        jdbc.sql("DELETE FROM face_portrait WHERE enrolment_id = ?")
                .param(enrolmentId)
                .update();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] crypt(int mode, byte[] key, byte[] nonce, String boundTo, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(boundTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The portrait of " + boundTo + " cannot be read", e);
        }
    }

    private static String hash(byte[] key, byte[] picture) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(picture));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
