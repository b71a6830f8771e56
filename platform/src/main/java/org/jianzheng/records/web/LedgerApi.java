package org.jianzheng.records.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jianzheng.kernel.NotFound;
import org.jianzheng.records.key.SigningKey;
import org.jianzheng.records.ledger.Checkpoint;
import org.jianzheng.records.ledger.Checkpoints;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an outsider keeps to hold the platform to its word, see docs/ledger-format.md. For anybody, without a session; says
 * nothing of people or cases.
 */
@RestController
@Tag(name = "ledger")
@SecurityRequirements
class LedgerApi {

    private static final Duration KEYS_KEEP = Duration.ofHours(1);
    private static final Duration CHECKPOINT_KEEPS = Duration.ofSeconds(10);
    private static final int COORDINATE = 32;

    private final Checkpoints checkpoints;

    LedgerApi(Checkpoints checkpoints) {
        this.checkpoints = checkpoints;
    }

    @Operation(
            operationId = "ledgerKeys",
            summary = "Public keys of the platform",
            description =
                    "A JSON Web Key Set (RFC 7517): the keys that sign checkpoints of the ledger and report codes, the"
                            + " one that signs now first. `validFrom` and `validUntil` are those of its certificate.")
    @ApiResponse(responseCode = "200", description = "The keys", useReturnTypeSchema = true)
    @GetMapping(path = "/public/ledger/keys", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Keys> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEYS_KEEP).cachePublic())
                .body(new Keys(checkpoints.keys().stream().map(LedgerApi::jwk).toList()));
    }

    @Operation(
            operationId = "ledgerCheckpoint",
            summary = "The newest signed checkpoint of the ledger",
            description = "Whoever keeps one can tell later whether anything before it was changed or taken away."
                    + " `signature` is ES256 (r and s, 32 bytes each) over the bytes of `text`.")
    @ApiResponse(responseCode = "200", description = "The checkpoint", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "404", description = "Nothing has been signed yet")
    @GetMapping(path = "/public/ledger/checkpoint", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<SignedTree> checkpoint() {
        Checkpoint latest = checkpoints.latest().orElseThrow(() -> new NotFound("records.ledger.unsigned"));
        HexFormat hex = HexFormat.of();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(CHECKPOINT_KEEPS).cachePublic())
                .eTag("%d-%s".formatted(latest.treeSize(), latest.keyId()))
                .body(new SignedTree(
                        latest.treeSize(),
                        hex.formatHex(latest.root()),
                        latest.at(),
                        latest.keyId(),
                        hex.formatHex(latest.signature()),
                        latest.text()));
    }

    private static Jwk jwk(SigningKey key) {
        String pem = "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
                .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.key().getEncoded()));
        return new Jwk(
                key.id(),
                "EC",
                "P-256",
                "ES256",
                "sig",
                coordinate(key.key().getW().getAffineX()),
                coordinate(key.key().getW().getAffineY()),
                key.from(),
                key.until(),
                pem);
    }

    // 32 bytes, whatever the number: toByteArray leaves zeros out and may put one in front.
    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE];
        int digits = Math.min(bytes.length, COORDINATE);
        System.arraycopy(bytes, bytes.length - digits, fixed, COORDINATE - digits, digits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(fixed);
    }

    /** As RFC 7517 has it. */
    @Schema(name = "LedgerKeys")
    record Keys(@Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<Jwk> keys) {}

    /** @param pem the same as SubjectPublicKeyInfo, for openssl */
    @Schema(name = "LedgerKey")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Jwk(
            String kid,
            String kty,
            String crv,
            String alg,
            String use,
            String x,
            String y,
            Instant validFrom,
            Instant validUntil,
            String pem) {}

    /**
     * @param root hex
     * @param signature hex
     * @param text what is signed
     */
    @Schema(name = "LedgerCheckpoint")
    record SignedTree(long treeSize, String root, Instant at, String keyId, String signature, String text) {}
}
