package org.jianzheng.sampling.mark;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jianzheng.kernel.KeyText;
import org.springframework.stereotype.Component;

/**
 * Makes and reads the marks (唯一性标识) of specimens: 128 random bits and 20 bits of keyed check in Crockford's base 32, 30
 * characters. A guessed or mistyped mark fails its check before anything is looked up.
 */
@Component
public class MarkMaker {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int RANDOM_BITS = 128;
    private static final int RANDOM_DIGITS = 26;
    private static final int CHECK_DIGITS = 4;
    private static final int SHORT = 6;
    private static final int GROUP = 5;
    private static final int GROUPS = (RANDOM_DIGITS + CHECK_DIGITS) / GROUP;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String address;

    MarkMaker(MarkSettings settings) {
        this.key = new SecretKeySpec(settings.marks().key().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.address = settings.baseUrl().toString().replaceAll("/+$", "") + "/s/";
    }

    public String make() {
        String digits = digits(new BigInteger(RANDOM_BITS, random), RANDOM_DIGITS);
        return digits + check(digits);
    }

    /** What the QR code of the mark says. */
    public String url(String mark) {
        return address + mark;
    }

    /**
     * Reads what was scanned or typed: the mark or its address, in any case and width, with O for 0 and I or L for 1. Empty when it is
     * no mark of this platform.
     */
    public Optional<String> read(String scanned) {
        String text = KeyText.written(scanned).toUpperCase(Locale.ROOT);
        String mark = text.substring(text.lastIndexOf('/') + 1)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        if (mark.length() != RANDOM_DIGITS + CHECK_DIGITS
                || mark.chars().anyMatch(digit -> DIGITS.indexOf(digit) < 0)) {
            return Optional.empty();
        }
        String expected = check(mark.substring(0, RANDOM_DIGITS));
        boolean genuine = MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                mark.substring(RANDOM_DIGITS).getBytes(StandardCharsets.US_ASCII));
        return genuine ? Optional.of(mark) : Optional.empty();
    }

    /**
     * What was scanned or typed, one code each: a scanner ends each with Enter; spaces and commas part them too. Where a mark is
     * typed as it is printed, in groups of five, its groups are one code.
     */
    public static List<String> codes(String typed) {
        List<String> codes = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        for (String part : typed.split("[\\s,;，；、]+")) {
            if (isGroup(part)) {
                groups.add(part);
            } else {
                codes.addAll(groups);
                groups.clear();
                codes.add(part);
            }
            if (groups.size() == GROUPS) {
                codes.add(String.join("", groups));
                groups.clear();
            }
        }
        codes.addAll(groups);
        codes.removeIf(String::isEmpty);
        return codes;
    }

    private static boolean isGroup(String part) {
        return part.length() == GROUP && part.chars().allMatch(Character::isLetterOrDigit);
    }

    private String check(String digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] code = mac.doFinal(digits.getBytes(StandardCharsets.US_ASCII));
            BigInteger bits = new BigInteger(1, code).shiftRight(256 - CHECK_DIGITS * 5);
            return digits(bits, CHECK_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String digits(BigInteger value, int length) {
        char[] text = new char[length];
        BigInteger rest = value;
        for (int i = length - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt(rest.intValue() & 31);
            rest = rest.shiftRight(5);
        }
        return new String(text);
    }

    /** The mark in groups that can be read out. */
    public static String grouped(String mark) {
        return mark.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /** Marks are told apart by their last six characters; the whole is not shown to who has not got it. */
    public static String tail(String mark) {
        return mark.substring(mark.length() - SHORT);
    }
}
