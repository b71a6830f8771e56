package org.jianzheng.support;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** What an authenticator application on a telephone shows (RFC 6238, six digits, 30 seconds). */
public final class OneTimeCode {

    private static final int PERIOD_SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private OneTimeCode() {}

    /** The code of now. @param secret in Base32, spaces allowed, as set-up pages show it */
    public static String of(String secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(new Base32().decode(secret.replace(" ", "").toUpperCase(Locale.ROOT)), "HmacSHA1"));
        long period = Instant.now().getEpochSecond() / PERIOD_SECONDS;
        byte[] hash =
                mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(period).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % SIX_DIGITS);
    }
}
