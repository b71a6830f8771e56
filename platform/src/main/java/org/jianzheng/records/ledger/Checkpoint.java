package org.jianzheng.records.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.HexFormat;
import org.jianzheng.records.token.ReportTokens;

/**
 * The tree at one moment, signed with the platform's key: ES256, r and s of 32 bytes each, over {@link #text()}.
 *
 * @param at UTC, microseconds
 * @param keyId which key signed, see {@link ReportTokens}
 */
public record Checkpoint(long treeSize, byte[] root, Instant at, String keyId, byte[] signature) {

    /** The lines that are signed, each ended by a line feed: name of the log, size, root in hex, time. */
    public String text() {
        return "jianzheng ledger\n%d\n%s\n%s\n"
                .formatted(treeSize, HexFormat.of().formatHex(root), at);
    }

    public boolean signedBy(PublicKey key) {
        try {
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(text().getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
