package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.key.Sha256;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** An outsider holds the platform to its word with nothing but two downloads. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class LedgerApiTest {

    @Autowired
    MockMvc stranger;

    @Autowired
    ObjectMapper json;

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    TransactionTemplate transaction;

    UUID entry;

    @BeforeEach
    void oneEntryIsPlaced() {
        entry = As.person(
                "receiver",
                () -> transaction.execute(tx -> ledger.append(
                        Ledger.Fact.of("sample.received", "sample:" + UUID.randomUUID(), null, Map.of()))));
        while (sequencer.run() > 0) {
            // Entries of other tests wait too.
        }
    }

    @Test
    void anEntrysProofLeadsToACheckpointThatADownloadedKeySigned() throws Exception {
        JsonNode checkpoint = download("/public/ledger/checkpoint");
        JsonNode keys = download("/public/ledger/keys");

        byte[] text = checkpoint.path("text").asText().getBytes(StandardCharsets.UTF_8);
        Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
        check.initVerify(key(keys, checkpoint.path("keyId").asText()));
        check.update(text);
        assertThat(check.verify(
                        HexFormat.of().parseHex(checkpoint.path("signature").asText())))
                .isTrue();
        assertThat(checkpoint.path("text").asText())
                .isEqualTo("jianzheng ledger\n%d\n%s\n%s\n"
                        .formatted(
                                checkpoint.path("treeSize").asLong(),
                                checkpoint.path("root").asText(),
                                checkpoint.path("at").asText()));
        InclusionProof proof = ledger.proof(entry).orElseThrow();
        assertThat(MerkleTree.rootFrom(
                        LeafText.hash(proof.leaf()),
                        proof.position(),
                        checkpoint.path("treeSize").asLong(),
                        proof.path()))
                .isEqualTo(HexFormat.of().parseHex(checkpoint.path("root").asText()));
    }

    @Test
    void keysSayWhatTheyAreAndHowLongTheyHold() throws Exception {
        JsonNode key = download("/public/ledger/keys").path("keys").path(0);

        PublicKey pem = pem(key);
        assertThat(key.path("kty").asText()).isEqualTo("EC");
        assertThat(key.path("alg").asText()).isEqualTo("ES256");
        assertThat(key.path("kid").asText()).isEqualTo(HexFormat.of().formatHex(Sha256.sha256(pem.getEncoded()), 0, 4));
        assertThat(new BigInteger(1, Base64.getUrlDecoder().decode(key.path("x").asText())))
                .isEqualTo(((ECPublicKey) pem).getW().getAffineX());
        assertThat(new BigInteger(1, Base64.getUrlDecoder().decode(key.path("y").asText())))
                .isEqualTo(((ECPublicKey) pem).getW().getAffineY());
        assertThat(Instant.parse(key.path("validFrom").asText()))
                .isBefore(Instant.parse(key.path("validUntil").asText()));
    }

    @Test
    void bothMayBeKeptAndNobodyIsAskedWhoTheyAre() throws Exception {
        stranger.perform(get("/public/ledger/keys"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=3600, public"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        String tag = stranger.perform(get("/public/ledger/checkpoint"))
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=10, public"))
                .andExpect(header().doesNotExist("Set-Cookie"))
                .andReturn()
                .getResponse()
                .getHeader("ETag");
        stranger.perform(get("/public/ledger/checkpoint").header("If-None-Match", tag))
                .andExpect(status().isNotModified());
    }

    @Test
    void theDescriptionOfTheApiNamesBothAsOpen() throws Exception {
        stranger.perform(get("/v3/api-docs"))
                .andExpect(
                        jsonPath("$.paths['/public/ledger/keys'].get.security").isEmpty())
                .andExpect(jsonPath("$.paths['/public/ledger/checkpoint'].get.security")
                        .isEmpty())
                .andExpect(content().string(containsString("LedgerCheckpoint")))
                .andExpect(content().string(not(containsString("/public/credit"))));
    }

    @Test
    void whatCannotBeAnsweredIsSaidAsToAnyProgram() throws Exception {
        stranger.perform(get("/public/ledger/keys").accept("image/png"))
                .andExpect(status().isNotAcceptable())
                .andExpect(content().contentType("application/problem+json"));
        stranger.perform(get("/public/ledger/nothing").header("Accept-Language", "en"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"));
    }

    private JsonNode download(String path) throws Exception {
        return json.readTree(stranger.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8));
    }

    private static PublicKey key(JsonNode keys, String id) throws Exception {
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asText().equals(id)) {
                return pem(key);
            }
        }
        throw new AssertionError("no key " + id);
    }

    private static PublicKey pem(JsonNode key) throws Exception {
        String body = key.path("pem").asText().replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    }
}
