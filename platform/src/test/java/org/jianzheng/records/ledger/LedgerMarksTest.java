package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.key.LedgerKeySettings;
import org.jianzheng.records.key.Sha256;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application's own database account can add to the ledger past its door, and what comes of it. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class LedgerMarksTest {

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    TreeStore tree;

    @Autowired
    LedgerKeys keys;

    @Autowired
    LedgerAlarm alarm;

    @Autowired
    JdbcTemplate application;

    @Autowired
    TransactionTemplate transaction;

    String subject = "sample:" + UUID.randomUUID();

    @BeforeEach
    void nothingWaits() {
        placeAll();
    }

    @Test
    void aLeafFarAwayDoesNotStopTheSequencer() throws SQLException {
        application.update("INSERT INTO leaf (position, entry_id, leaf_hash) VALUES (1000000000, ?, ?)", id(), hash());
        try {
            long size = tree.size();

            UUID entry = append();
            placeAll();

            assertThat(ledger.find(entry).orElseThrow().position()).isEqualTo(size);
            assertThat(ledger.proof(entry).orElseThrow().holds()).isTrue();
        } finally {
            asSchemaOwner("DELETE FROM leaf WHERE position = 1000000000");
        }
    }

    @Test
    void aCheckpointThatNobodySignedIsNotTheLatest() throws SQLException {
        UUID entry = append();
        placeAll();
        application.update(
                "INSERT INTO checkpoint (tree_size, root, at, key_id, signature) VALUES (1000000000, ?, NOW(), 'x', 'x')",
                hash());
        try {
            assertThat(tree.latest().orElseThrow().treeSize()).isLessThan(1000000000);
            assertThat(ledger.proof(entry).orElseThrow().holds()).isTrue();
        } finally {
            asSchemaOwner("DELETE FROM checkpoint WHERE tree_size = 1000000000");
        }
    }

    @Test
    void aRowInTheWayStopsTheSequencerAndIsNamed() throws SQLException {
        long next = tree.size();
        String rogue = id();
        application.update("INSERT INTO leaf (position, entry_id, leaf_hash) VALUES (?, ?, ?)", next, rogue, hash());
        UUID entry = append();
        try {
            placeAll();

            assertThat(alarm.inTheWay()).containsExactly("leaf %d (%s)".formatted(next, rogue));
            assertThat(noticesOf("存证账本停止编排", rogue)).isEqualTo(1);
            assertThat(ledger.find(entry).orElseThrow().position()).isNull();
        } finally {
            asSchemaOwner("DELETE FROM leaf WHERE position = " + next);
        }
        placeAll();
        assertThat(alarm.inTheWay()).isEmpty();
        assertThat(ledger.find(entry).orElseThrow().position()).isEqualTo(next);
    }

    @Test
    void anEntryInAnotherPersonsNameGetsNoPlaceAndTheOthersGoOn() {
        String forged = id();
        application.update(
                "INSERT INTO ledger_entry (id, at, actor, actor_name, action, subject, content_hash)"
                        + " VALUES (?, '2026-01-01', 'signatory', '李', 'report.issued', ?, ?)",
                forged,
                subject,
                hash());
        application.update("INSERT INTO ledger_pending (entry_id) VALUES (?)", forged);
        UUID genuine = append();

        placeAll();

        assertThat(refusal(forged)).containsExactly("NO_MARK");
        assertThat(noticesOf("存证记录被拒绝", forged)).isEqualTo(1);
        assertThat(ledger.find(genuine).orElseThrow().position()).isNotNull();
        assertThat(ledger.ofSubject(subject)).extracting(LedgerLine::id).containsExactly(genuine);
    }

    @Test
    void theMarkOfAnotherEntryIsNone() {
        UUID genuine = append();
        String forged = id();
        application.update(
                "INSERT INTO ledger_entry (id, form, at, action, subject, content_hash, mac_key, mac)"
                        + " SELECT ?, form, at, 'sample.refused', subject, content_hash, mac_key, mac"
                        + " FROM ledger_entry WHERE id = ?",
                forged,
                genuine.toString());
        application.update("INSERT INTO ledger_pending (entry_id) VALUES (?)", forged);

        placeAll();

        assertThat(refusal(forged)).containsExactly("NO_MARK");
        assertThat(ledger.provenContent(UUID.fromString(forged))).isEmpty();
    }

    @Test
    void aLeafThatTakesTheEntryOfAnotherPlaceIsTold() throws SQLException {
        UUID entry = append();
        application.update(
                "INSERT INTO leaf (position, entry_id, leaf_hash) VALUES (1000000001, ?, ?)", entry.toString(), hash());
        UUID other = append();
        try {
            placeAll();

            assertThat(refusal(entry.toString())).containsExactly("LEAF_NOT_OURS");
            assertThat(ledger.find(other).orElseThrow().position()).isNotNull();
        } finally {
            asSchemaOwner("DELETE FROM leaf WHERE position = 1000000001");
        }
    }

    /** Whatever an account can have the database take must stop nobody who reads it. */
    @ParameterizedTest
    @ValueSource(strings = {"no id", "1-1-1-1-1", "6F0F9F5E-7A34-4F4C-9B5E-0D6A3C1B2A01"})
    void anEntryWithAnIdThatIsNoneIsRefusedAndTheOthersGoOn(String rogue) throws SQLException {
        application.update(
                "INSERT INTO ledger_entry (id, at, actor, action, subject, content_hash) VALUES (?, '2026-01-01', 'x', 'x', ?, ?)",
                rogue,
                subject,
                hash());
        application.update("INSERT INTO ledger_pending (entry_id) VALUES (?)", rogue);
        UUID genuine = append();
        try {
            placeAll();

            assertThat(refusal(rogue)).containsExactly("NO_MARK");
            assertThat(ledger.find(genuine).orElseThrow().position()).isNotNull();
            assertThat(ledger.ofSubject(subject)).extracting(LedgerLine::id).containsExactly(genuine);
        } finally {
            asSchemaOwner("DELETE FROM ledger_entry WHERE id = '" + rogue + "'");
            asSchemaOwner("DELETE FROM ledger_refusal WHERE entry_id = '" + rogue + "'");
        }
    }

    @Test
    void whatWaitsWithoutAnEntryIsTakenOutOfTheLineAndTold() {
        String nothing = id();
        application.update("INSERT INTO ledger_pending (entry_id) VALUES (?)", nothing);

        placeAll();

        assertThat(refusal(nothing)).containsExactly("NO_ENTRY");
        assertThat(noticesOf("存证记录被拒绝", nothing)).isEqualTo(1);
    }

    @Test
    void aPlaceBelowTheFirstIsNone() throws SQLException {
        UUID entry = append();
        application.update(
                "INSERT INTO leaf (position, entry_id, leaf_hash) VALUES (-5, ?, ?)", entry.toString(), hash());
        try {
            placeAll();

            assertThat(refusal(entry.toString())).containsExactly("LEAF_NOT_OURS");
        } finally {
            asSchemaOwner("DELETE FROM leaf WHERE position = -5");
        }
    }

    @Test
    void anEntryIsPlacedOnceHoweverOftenItWaits() {
        UUID entry = append();
        placeAll();
        Long position = ledger.find(entry).orElseThrow().position();
        application.update("INSERT INTO ledger_pending (entry_id) VALUES (?)", entry.toString());

        placeAll();

        assertThat(ledger.find(entry).orElseThrow().position()).isEqualTo(position);
        assertThat(refusal(entry.toString())).isEmpty();
    }

    @Test
    void whatWaitedWhenMarksWereIntroducedIsPlacedInItsOldForm() throws SQLException {
        String old = id();
        byte[] salt = new byte[16];
        String content = "{\"n\":\"1\"}";
        byte[] contentHash = Sha256.sha256(salt, content.getBytes(StandardCharsets.UTF_8));
        application.update(
                "INSERT INTO ledger_entry (id, at, actor, actor_name, action, subject, reason, content_hash)"
                        + " VALUES (?, '2026-01-01', 'tester', '周', 'a.old', ?, '因', ?)",
                old,
                subject,
                contentHash);
        application.update("INSERT INTO ledger_content (entry_id, salt, content) VALUES (?, ?, ?)", old, salt, content);
        application.update("INSERT INTO ledger_pending (entry_id) VALUES (?)", old);
        asSchemaOwner("INSERT INTO ledger_before_marks (entry_id) VALUES ('" + old + "')");

        placeAll();

        InclusionProof proof = ledger.proof(UUID.fromString(old)).orElseThrow();
        assertThat(proof.holds()).isTrue();
        assertThat(proof.leaf())
                .isEqualTo("[\"%s\",\"2026-01-01T00:00:00Z\",\"tester\",\"周\",\"a.old\",\"%s\",null,\"因\",\"%s\"]"
                        .formatted(old, subject, HexFormat.of().formatHex(contentHash)));
        assertThat(ledger.provenContent(UUID.fromString(old))).contains(Map.of("n", "1"));
        assertThat(ledger.ofSubject(subject).get(0).actorName()).isEqualTo("周");
    }

    @Test
    void nobodyButTheMigrationSaysWhatWaitedBeforeMarks() {
        assertThatThrownBy(() -> application.update("INSERT INTO ledger_before_marks (entry_id) VALUES (?)", id()))
                .hasStackTraceContaining("denied");
        assertThatThrownBy(() -> application.update("DELETE FROM ledger_before_marks"))
                .hasStackTraceContaining("denied");
    }

    @Test
    void aLeafSaysNothingOfPeopleAndItsIdsCanBeCheckedByWhoeverHoldsTheContent() {
        UUID entry = append();
        placeAll();

        String leaf = ledger.proof(entry).orElseThrow().leaf();
        LedgerLine line = ledger.find(entry).orElseThrow();
        assertThat(leaf)
                .isEqualTo("[\"2\",\"%s\",\"%s\",\"sample.received\",\"%s\",null,\"%s\"]"
                        .formatted(entry, line.at(), keys.opaque(subject), line.contentHash()));
        String content = application.queryForObject(
                "SELECT content FROM ledger_content WHERE entry_id = ?", String.class, entry.toString());
        FactContent held = FactContent.read(content, 2);
        byte[] opaque = Sha256.sha256(
                HexFormat.of().parseHex(held.text("subjectSalt")), subject.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(opaque)).isEqualTo(keys.opaque(subject));
        assertThat(line.reason()).isEqualTo("收样");
        assertThat(line.actor()).isEqualTo("receiver");
    }

    @Test
    void withoutItsKeysThePlatformDoesNotStart() {
        String key = "ZGVtby1vbmx5LW1hcmtpbmcta2V5LTAxMjM0NTY3ODk=";
        assertThatIllegalStateException()
                .isThrownBy(() -> new LedgerKeySettings(null, Map.of(), key))
                .withMessageContaining("jianzheng.ledger.current-key");
        assertThatIllegalStateException()
                .isThrownBy(() -> new LedgerKeySettings("k1", Map.of("k1", key), null))
                .withMessageContaining("jianzheng.ledger.id-key");
        assertThatIllegalStateException()
                .isThrownBy(() -> new LedgerKeySettings("k1", Map.of("k1", "short"), key))
                .withMessageContaining("jianzheng.ledger.keys.k1")
                .withMessageNotContaining("short");
    }

    private List<String> refusal(String entry) {
        return application.queryForList("SELECT because FROM ledger_refusal WHERE entry_id = ?", String.class, entry);
    }

    private int noticesOf(String title, String named) {
        return application.queryForObject(
                "SELECT COUNT(*) FROM notice WHERE recipient = 'station' AND title LIKE ? AND body LIKE ?",
                Integer.class,
                "%" + title + "%",
                "%" + named + "%");
    }

    private UUID append() {
        return As.person(
                "receiver",
                () -> transaction.execute(tx -> ledger.append(Ledger.Fact.of("sample.received", subject, null, Map.of())
                        .because("收样"))));
    }

    private void placeAll() {
        while (sequencer.run() > 0) {
            // Entries of other tests wait too.
        }
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static byte[] hash() {
        return Sha256.sha256(id().getBytes(StandardCharsets.UTF_8));
    }

    private static void asSchemaOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "flyway", "flyway");
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
