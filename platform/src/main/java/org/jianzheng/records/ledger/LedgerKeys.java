package org.jianzheng.records.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jianzheng.records.key.LedgerKeySettings;
import org.jianzheng.records.key.RowMarking;
import org.jianzheng.records.key.Sha256;
import org.springframework.stereotype.Component;

/**
 * What only the platform can do, because its keys are not in the database: mark what it writes, and give subjects and cases
 * ids that nobody can guess or read.
 */
@Component
class LedgerKeys implements RowMarking {

    private static final int SALT = 16;

    private final String current;
    private final Map<String, byte[]> marking;
    private final byte[] naming;

    LedgerKeys(LedgerKeySettings settings) {
        this.current = settings.currentKey();
        this.marking = settings.marking();
        this.naming = settings.naming();
    }

    @Override
    public Mark mark(String text) {
        return new Mark(current, hmac(marking.get(current), text));
    }

    @Override
    public byte[] mac(String keyId, String text) {
        byte[] key = keyId == null ? null : marking.get(keyId);
        return key == null ? null : hmac(key, text);
    }

    @Override
    public boolean isMark(String keyId, byte[] mac, String text) {
        byte[] own = mac(keyId, text);
        return own != null && mac != null && MessageDigest.isEqual(mac, own);
    }

    /**
     * The salt of a name, the same each time: whoever is given name and salt can check the opaque id, nobody else can find
     * the name by trying.
     */
    byte[] salt(String name) {
        return Arrays.copyOf(hmac(naming, name), SALT);
    }

    /** What stands for the name in the tree: hex of SHA-256 over salt and name; null for null. */
    String opaque(String name) {
        return name == null
                ? null
                : HexFormat.of().formatHex(Sha256.sha256(salt(name), name.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
