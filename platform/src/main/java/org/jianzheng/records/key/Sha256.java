package org.jianzheng.records.key;

import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of bytes one after another. */
public final class Sha256 {

    private Sha256() {}

    public static byte[] sha256(byte[]... parts) {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }
}
