package org.jianzheng.registry.personal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jianzheng.identity.TextSeal;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Seals personal numbers for the database (AES-256-GCM, a nonce of its own each time) and opens them again. Beside the
 * sealed text stand what pages show and a keyed hash that finds the same number again: lists and checks open nothing.
 */
@Component
public class PersonalData implements TextSeal {

    private static final int NONCE = 16;

    private final String current;
    private final Map<String, BytesEncryptor> keys = new TreeMap<>();
    private final SecretKeySpec hashKey;

    public PersonalData(PersonalDataSettings settings) {
        this.current = settings.currentKey();
        settings.sealing().forEach((id, key) -> keys.put(id, encryptor(key)));
        this.hashKey = new SecretKeySpec(settings.hashing(), "HmacSHA256");
    }

    private static BytesEncryptor encryptor(byte[] key) {
        return new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(NONCE), CipherAlgorithm.GCM);
    }

    public Sealed seal(IdNumber number) {
        return sealId(number.digits());
    }

    /** The same for a number that was taken in before numbers were checked. */
    Sealed sealId(String digits) {
        return sealed(digits, Masks.idNumber(digits));
    }

    /** @param number a telephone number, or empty text */
    public Sealed sealPhone(String number) {
        return sealed(number, Masks.phone(number));
    }

    private Sealed sealed(String plain, String masked) {
        byte[] cipher = keys.get(current).encrypt(plain.getBytes(StandardCharsets.UTF_8));
        return new Sealed(current + ":" + Base64.getEncoder().encodeToString(cipher), hash(plain), masked);
    }

    /** Any text that must not be readable in the database, such as a row of an import. */
    @Override
    public String sealText(String plain) {
        return sealed(plain, "").cipher();
    }

    /**
     * The number in full. Whoever shows it to a person records that (see {@code Revealing}).
     *
     * @throws IllegalStateException when its key is not listed any more, or the sealed text was changed
     */
    @Override
    public String open(String cipher) {
        int colon = cipher.indexOf(':');
        BytesEncryptor key = keys.get(cipher.substring(0, Math.max(0, colon)));
        if (key == null) {
            throw new IllegalStateException(
                    "A personal number is sealed with a key that jianzheng.personal-data.keys does not list");
        }
        return new String(key.decrypt(Base64.getDecoder().decode(cipher.substring(colon + 1))), StandardCharsets.UTF_8);
    }

    private String hash(String plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(hashKey);
            return HexFormat.of().formatHex(mac.doFinal(plain.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A number as it is kept.
     *
     * @param cipher id of the key, colon, Base64
     * @param hash the same for the same number, and nothing without the key
     * @param masked what pages show
     */
    public record Sealed(String cipher, String hash, String masked) {}
}
