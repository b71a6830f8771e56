package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.key.PlatformKeys;
import org.jianzheng.records.key.Sha256;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class LedgerTest {

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerStore store;

    @Autowired
    Sequencer sequencer;

    @Autowired
    PlatformKeys keys;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    String caseId = UUID.randomUUID().toString();

    @Test
    void keepsWhoWhenWhatAndWhy() {
        Instant moment = Instant.parse("2026-11-23T02:00:00.123456Z");
        try (var at = clock.at(moment)) {
            UUID id = append("sample.received", Map.of("sampleNo", "BJ01-YP-2026-00001"));

            LedgerLine line = ledger.find(id).orElseThrow();
            assertThat(line.at()).isEqualTo(moment);
            assertThat(line.actor()).isEqualTo("receiver");
            assertThat(line.actorName()).isEqualTo(As.whoIs("receiver").name());
            assertThat(line.action()).isEqualTo("sample.received");
            assertThat(line.subject()).isEqualTo("sample:" + caseId);
            assertThat(line.reason()).isEqualTo("收样");
            assertThat(line.contentHash()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void keepsContentExactly() {
        UUID id = append(
                "test.recorded", Map.of("loads", List.of(new BigDecimal("0.10"), new BigDecimal("512.30")), "n", 3));

        assertThat(ledger.content(id))
                .isEqualTo(Map.of("loads", List.of(new BigDecimal("0.10"), new BigDecimal("512.30")), "n", 3));
    }

    @Test
    void givesTheSameContentADifferentHashEachTime() {
        Map<String, String> content = Map.of("name", "王海燕");

        assertThat(hash(append("a.b", content))).isNotEqualTo(hash(append("a.b", content)));
    }

    @Test
    void isWrittenOnlyInsideTheTransactionOfTheChange() {
        assertThatThrownBy(() -> As.person("receiver", () -> ledger.append(fact("a.b", Map.of()))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void leavesNothingWhenTheChangeRollsBack() {
        UUID id = As.person(
                "receiver",
                () -> transaction.execute(tx -> {
                    tx.setRollbackOnly();
                    return ledger.append(fact("a.b", Map.of()));
                }));

        assertThat(ledger.find(id)).isEmpty();
        assertThat(ledger.ofCase(caseId, 0, 10).total()).isZero();
    }

    @Test
    void takesAnIdThatWasReservedBefore() {
        UUID reserved = ledger.reserve();

        As.person(
                "receiver",
                () -> transaction.executeWithoutResult(
                        tx -> ledger.append(fact("report.issued", Map.of()).withId(reserved))));

        assertThat(ledger.find(reserved)).isPresent();
    }

    @Test
    void pagesThroughACaseInTheOrderThingsHappened() {
        List<UUID> ids = List.of(append("a.a", Map.of()), append("a.b", Map.of()), append("a.c", Map.of()));

        assertThat(ledger.ofCase(caseId, 0, 2).items())
                .extracting(LedgerLine::id)
                .isEqualTo(ids.subList(0, 2));
        assertThat(ledger.ofCase(caseId, 1, 2).items())
                .extracting(LedgerLine::id)
                .isEqualTo(ids.subList(2, 3));
        assertThat(ledger.ofCase(caseId, 0, 2).total()).isEqualTo(3);
    }

    @Test
    void everyEntryGetsAPlaceThatASignedCheckpointProves() {
        append("a.0", Map.of());
        placeAll();
        List<UUID> ids = List.of(append("a.a", Map.of()), append("a.b", Map.of()), append("a.c", Map.of()));
        assertThat(ledger.find(ids.get(0)).orElseThrow().position()).isNull();
        assertThat(ledger.proof(ids.get(0))).isEmpty();

        placeAll();

        for (UUID id : ids) {
            InclusionProof proof = ledger.proof(id).orElseThrow();
            assertThat(proof.holds()).isTrue();
            assertThat(proof.checkpoint().signedBy(keys.current().orElseThrow().known()))
                    .isTrue();
            assertThat(proof.position()).isEqualTo(ledger.find(id).orElseThrow().position());
        }
        assertThat(sequencer.run()).isZero();
    }

    @Test
    void anEntryThatItsOwnerOfTheSchemaChangesFailsItsProof() throws SQLException {
        UUID id = append("a.a", Map.of());
        placeAll();
        assertThat(ledger.proof(id).orElseThrow().holds()).isTrue();

        asSchemaOwner("UPDATE ledger_entry SET subject = 'sample:other' WHERE id = '" + id + "'");

        assertThat(ledger.proof(id).orElseThrow().holds()).isFalse();
    }

    @Test
    void contentThatTheOwnerOfTheSchemaChangesFailsItsHash() throws SQLException {
        UUID id = append("a.a", Map.of("load", "512.3"));
        assertThat(store.find(id).orElseThrow().contentIntact()).isTrue();

        asSchemaOwner("UPDATE ledger_content SET content = '{\"load\":\"612.3\"}' WHERE entry_id = '" + id + "'");

        assertThat(store.find(id).orElseThrow().contentIntact()).isFalse();
    }

    @Test
    void tellsOfASubjectInTheOrderOfTheTreeAndOnlyWhatProvesItself() throws SQLException {
        List<UUID> ids = List.of(append("a.a", Map.of("n", 1)), append("a.b", Map.of("n", 2)));
        placeAll();
        UUID waiting = append("a.c", Map.of());

        assertThat(ledger.ofSubject("sample:" + caseId))
                .extracting(LedgerLine::id)
                .containsExactly(ids.get(0), ids.get(1), waiting);
        assertThat(ledger.provenContent(ids.get(1))).contains(Map.of("n", 2));

        asSchemaOwner("UPDATE ledger_entry SET action = 'a.x' WHERE id = '" + ids.get(0) + "'");
        asSchemaOwner("UPDATE ledger_content SET content = '{}' WHERE entry_id = '" + ids.get(1) + "'");

        assertThat(ledger.ofSubject("sample:" + caseId))
                .extracting(LedgerLine::id)
                .containsExactly(ids.get(1), waiting);
        assertThat(ledger.provenContent(ids.get(0))).isEmpty();
        assertThat(ledger.provenContent(ids.get(1))).isEmpty();
    }

    @Test
    void aCheckpointWithAnotherRootIsNotSigned() {
        append("a.a", Map.of());
        placeAll();
        Checkpoint genuine = ledger.proof(append("a.b", Map.of()))
                .map(InclusionProof::checkpoint)
                .orElseGet(this::latest);

        Checkpoint forged =
                new Checkpoint(genuine.treeSize(), Sha256.sha256(), genuine.at(), genuine.keyId(), genuine.signature());

        assertThat(forged.signedBy(keys.current().orElseThrow().known())).isFalse();
    }

    private Checkpoint latest() {
        UUID id = append("a.z", Map.of());
        placeAll();
        return ledger.proof(id).orElseThrow().checkpoint();
    }

    private void placeAll() {
        while (sequencer.run() > 0) {
            // Entries of other tests wait too.
        }
    }

    private String hash(UUID id) {
        return ledger.find(id).orElseThrow().contentHash();
    }

    private UUID append(String action, Map<String, ?> content) {
        return As.person("receiver", () -> transaction.execute(tx -> ledger.append(fact(action, content))));
    }

    private Ledger.Fact fact(String action, Map<String, ?> content) {
        return new Ledger.Fact(null, action, "sample:" + caseId, caseId, "收样", content);
    }

    private static void asSchemaOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "flyway", "flyway");
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
