package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.key.LedgerKeySettings;
import org.jianzheng.records.key.Sha256;
import org.jianzheng.support.Clause;
import org.junit.jupiter.api.Test;

/** What docs/ledger-format.md tells outsiders is what the platform does. The example was made by another program. */
@Clause({"4.1.7", "5.4.4"})
class LedgerFormatTest {

    private static final HexFormat HEX = HexFormat.of();

    private final JsonNode example;
    private final String document;
    private final LedgerKeys keys;

    LedgerFormatTest() throws IOException {
        example = new ObjectMapper().readTree(getClass().getResource("/records/ledger-format.json"));
        document = Files.readString(Path.of("docs/ledger-format.md"));
        String id = example.path("idKey").asText();
        keys = new LedgerKeys(new LedgerKeySettings("k", Map.of("k", id), id));
    }

    @Test
    void leavesOfBothFormsAreWrittenSo() {
        for (JsonNode entry : example.path("entries")) {
            String leaf = entry.path("leaf").asText();

            assertThat(LeafText.of(stored(entry), keys)).isEqualTo(leaf);
            assertThat(hex(LeafText.hash(leaf)))
                    .isEqualTo(entry.path("leafHash").asText());
        }
    }

    @Test
    void contentsAreSaltedAndHashedSo() {
        for (JsonNode entry : example.path("entries")) {
            byte[] salt = HEX.parseHex(entry.path("salt").asText());

            assertThat(hex(FactContent.hash(salt, entry.path("content").asText())))
                    .isEqualTo(entry.path("contentHash").asText());
        }
    }

    @Test
    void theProofLeadsToTheRootThatTheCheckpointSigns() throws GeneralSecurityException {
        JsonNode proof = example.path("proof");
        int position = proof.path("position").asInt();
        List<byte[]> path = new ArrayList<>();
        proof.path("path").forEach(step -> path.add(HEX.parseHex(step.asText())));
        Checkpoint checkpoint = checkpoint();

        assertThat(new InclusionProof(
                                example.at("/entries/" + position + "/leaf").asText(), position, path, checkpoint)
                        .holds())
                .isTrue();
        assertThat(new MerkleTree(this::node).root(3)).isEqualTo(checkpoint.root());
        assertThat(checkpoint.text()).isEqualTo(example.at("/checkpoint/text").asText());
        assertThat(checkpoint.signedBy(key())).isTrue();
        assertThat(hex(Sha256.sha256(key().getEncoded())).substring(0, 8)).isEqualTo(checkpoint.keyId());
    }

    @Test
    void theDocumentShowsTheSameExample() {
        for (JsonNode entry : example.path("entries")) {
            assertThat(document)
                    .contains(
                            entry.path("leaf").asText(), entry.path("leafHash").asText());
        }
        assertThat(document)
                .contains(
                        example.path("node01").asText(),
                        example.at("/checkpoint/text").asText().strip(),
                        example.at("/checkpoint/signature").asText(),
                        example.path("publicKey").asText(),
                        example.at("/entries/1/content").asText());
    }

    /** The entry as the database would hold it. */
    private StoredEntry stored(JsonNode entry) {
        try {
            JsonNode leaf = new ObjectMapper().readTree(entry.path("leaf").asText());
            JsonNode content = new ObjectMapper().readTree(entry.path("content").asText());
            boolean first = entry.path("form").asInt() == 1;
            int at = first ? 0 : 1;
            LedgerLine line = new LedgerLine(
                    UUID.fromString(leaf.path(at).asText()),
                    null,
                    Instant.parse(leaf.path(at + 1).asText()),
                    first ? leaf.path(2).asText() : null,
                    first ? leaf.path(3).asText() : null,
                    leaf.path(first ? 4 : 3).asText(),
                    first ? leaf.path(5).asText() : content.path("subject").asText(),
                    first ? leaf.path(6).asText() : content.path("case").textValue(),
                    first ? leaf.path(7).textValue() : null,
                    leaf.path(first ? 8 : 6).asText());
            return new StoredEntry(line, first ? 1 : 2, null, null, null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] node(int level, long index) {
        return HEX.parseHex(
                level == 0
                        ? example.at("/entries/" + index + "/leafHash").asText()
                        : example.path("node01").asText());
    }

    private Checkpoint checkpoint() {
        JsonNode signed = example.path("checkpoint");
        return new Checkpoint(
                signed.path("treeSize").asLong(),
                HEX.parseHex(signed.path("root").asText()),
                Instant.parse(signed.path("at").asText()),
                signed.path("keyId").asText(),
                HEX.parseHex(signed.path("signature").asText()));
    }

    private PublicKey key() throws GeneralSecurityException {
        byte[] encoded = Base64.getDecoder().decode(example.path("publicKey").asText());
        return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }
}
