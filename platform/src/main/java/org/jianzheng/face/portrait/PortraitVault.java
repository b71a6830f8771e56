package org.jianzheng.face.portrait;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jianzheng.records.evidence.AesGcm;
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

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final PersonalData data;

    PortraitVault(JdbcClient jdbc, PersonalData data) {
        this.jdbc = jdbc;
        this.data = data;
    }

    /** @return a keyed hash, which says nothing of the picture once its key is gone */
    String put(String enrolmentId, byte[] picture) {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        byte[] content = AesGcm.encrypt(aes(key), enrolmentId, picture);
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
        return AesGcm.decrypt(aes(key), enrolmentId, row.content());
    }

    void delete(String enrolmentId) {
        jdbc.sql("DELETE FROM face_portrait WHERE enrolment_id = ?")
                .param(enrolmentId)
                .update();
    }

    private static SecretKey aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
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
