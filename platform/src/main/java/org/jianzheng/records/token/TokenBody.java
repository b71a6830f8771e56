package org.jianzheng.records.token;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.apache.commons.codec.digest.DigestUtils;
import org.jianzheng.records.key.PlatformKey;

/**
 * The signed part of a token: {@code [key id, report number, lab, day of issue, conclusion, content SHA-256, ledger entry,
 * ids]}, day as days since 1970, ids encrypted with AES-GCM (tag of 96 bits). The nonce comes from the ledger entry, which
 * no other report has.
 */
final class TokenBody {

    private static final CBORFactory CBOR = new CBORFactory();
    private static final int MEMBERS = 8;
    private static final int TAG_BITS = 96;
    private static final char BETWEEN = '\n';

    private TokenBody() {}

    static byte[] write(ReportFacts facts, PlatformKey key) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(160);
        try (CBORGenerator cbor = CBOR.createGenerator(out)) {
            cbor.writeStartArray(null, MEMBERS);
            cbor.writeBinary(key.id());
            cbor.writeString(facts.reportNo());
            cbor.writeString(facts.labCode());
            cbor.writeNumber((int) facts.issuedOn().toEpochDay());
            cbor.writeString(facts.conclusion());
            cbor.writeBinary(facts.contentSha256());
            cbor.writeBinary(bytes(facts.ledgerEntry()));
            cbor.writeBinary(crypt(Cipher.ENCRYPT_MODE, key, facts.ledgerEntry(), ids(facts)));
            cbor.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Which key the body names; empty where it is no such body at all. */
    static Optional<byte[]> keyId(byte[] body) {
        try (CBORParser cbor = CBOR.createParser(body)) {
            boolean array = cbor.nextToken() == JsonToken.START_ARRAY;
            return array && cbor.nextToken() == JsonToken.VALUE_EMBEDDED_OBJECT
                    ? Optional.of(cbor.getBinaryValue())
                    : Optional.empty();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a body whose signature was checked. */
    static ReportFacts read(byte[] body, PlatformKey key) {
        try (CBORParser cbor = CBOR.createParser(body)) {
            cbor.nextToken();
            binary(cbor);
            String reportNo = cbor.nextTextValue();
            String labCode = cbor.nextTextValue();
            LocalDate issuedOn = LocalDate.ofEpochDay(cbor.nextIntValue(0));
            String conclusion = cbor.nextTextValue();
            byte[] content = binary(cbor);
            UUID entry = uuid(binary(cbor));
            String[] ids = new String(crypt(Cipher.DECRYPT_MODE, key, entry, binary(cbor)), StandardCharsets.UTF_8)
                    .split(String.valueOf(BETWEEN), -1);
            return new ReportFacts(reportNo, labCode, issuedOn, conclusion, content, entry, ids[0], ids[1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] binary(CBORParser cbor) throws IOException {
        cbor.nextToken();
        return cbor.getBinaryValue();
    }

    private static byte[] ids(ReportFacts facts) {
        return (facts.clientId() + BETWEEN + facts.projectId()).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] crypt(int mode, PlatformKey key, UUID entry, byte[] text) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            byte[] nonce = Arrays.copyOf(DigestUtils.sha256(bytes(entry)), 12);
            cipher.init(mode, key.derived("jianzheng report token ids"), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
