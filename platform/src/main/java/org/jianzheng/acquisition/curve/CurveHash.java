package org.jianzheng.acquisition.curve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 over every point in order as the line {@code t,kN\n}: t in whole ms, kN with exactly three decimals. */
public final class CurveHash {

    private CurveHash() {}

    /** In lower-case hex. */
    public static String of(Curve curve) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < curve.points(); i++) {
            line.setLength(0);
            line.append(curve.millis(i))
                    .append(',')
                    .append(curve.kilonewtons(i).toPlainString())
                    .append('\n');
            digest.update(line.toString().getBytes(StandardCharsets.US_ASCII));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
