package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.evidence.EvidenceFiles;
import org.jianzheng.records.evidence.EvidenceSettings;
import org.jianzheng.records.evidence.FileCheck;
import org.jianzheng.records.nightly.NightlyCheck;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the nightly reading-back finds when a row or a file was changed past the platform. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class NightlyChecksTest {

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    EntryCheck entries;

    @Autowired
    FileCheck fileCheck;

    @Autowired
    TreeCheck leaves;

    @Autowired
    NodeCheck nodes;

    @Autowired
    CheckpointCheck checkpoints;

    @Autowired
    TreeStore tree;

    @Autowired
    EvidenceFiles files;

    @Autowired
    EvidenceSettings settings;

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
    void nothingIsFoundAboutWhatIsAsItWas() {
        UUID placed = append();
        placeAll();
        UUID waiting = append();

        assertThat(foundOf(placed)).isEmpty();
        assertThat(foundOf(waiting)).isEmpty();
    }

    @Test
    void anEntryThatTheOwnerOfTheSchemaChangedIsNamed() throws SQLException {
        UUID id = append();
        placeAll();

        asSchemaOwner("UPDATE ledger_entry SET action = 'sample.refused' WHERE id = '" + id + "'");

        assertThat(foundOf(id)).containsExactly("ENTRY_CHANGED");
    }

    @Test
    void changedAndMissingContentIsNamed() throws SQLException {
        UUID changed = append();
        UUID missing = append();
        placeAll();

        asSchemaOwner("UPDATE ledger_content SET content = '{}' WHERE entry_id = '" + changed + "'");
        asSchemaOwner("DELETE FROM ledger_content WHERE entry_id = '" + missing + "'");

        assertThat(foundOf(changed)).containsExactly("CONTENT_CHANGED");
        assertThat(foundOf(missing)).containsExactly("CONTENT_MISSING");
    }

    @Test
    void whatSomebodyTookOutOfTheLineGetsBackIntoIt() {
        UUID id = append();
        application.update("DELETE FROM ledger_pending WHERE entry_id = ?", id.toString());
        placeAll();
        assertThat(ledger.find(id).orElseThrow().position()).isNull();

        assertThat(foundOf(id)).containsExactly("ENTRY_REQUEUED");

        placeAll();
        assertThat(ledger.proof(id).orElseThrow().holds()).isTrue();
        assertThat(foundOf(id)).isEmpty();
    }

    @Test
    void aRefusalThatSomebodyWroteKeepsNoEntryFromItsPlace() {
        UUID id = append();
        application.update("DELETE FROM ledger_pending WHERE entry_id = ?", id.toString());
        application.update("INSERT INTO ledger_refusal VALUES (?, NOW(), 'NO_MARK')", id.toString());

        assertThat(foundOf(id)).containsExactly("ENTRY_REQUEUED");

        placeAll();
        assertThat(ledger.find(id).orElseThrow().position()).isNotNull();
    }

    @Test
    void aForgedEntryThatNeverWaitedIsNamedOnceAndRefused() {
        String forged = UUID.randomUUID().toString();
        application.update(
                "INSERT INTO ledger_entry (id, at, actor, actor_name, action, subject, content_hash)"
                        + " VALUES (?, '2026-01-01', 'signatory', '李', 'report.issued', ?, REPEAT('x', 32))",
                forged,
                subject);

        assertThat(foundOf(UUID.fromString(forged))).contains("ENTRY_NOT_OURS");

        placeAll();
        assertThat(application.queryForList(
                        "SELECT because FROM ledger_refusal WHERE entry_id = ?", String.class, forged))
                .containsExactly("NO_MARK");
        assertThat(foundOf(UUID.fromString(forged))).isEmpty();
    }

    @Test
    void aChangedAndAMissingFileIsNamed() throws IOException {
        String changed = files.store(random(), "text/plain");
        String missing = files.store(random(), "text/plain");
        String whole = files.store(random(), "text/plain");
        Path onDisk = stored(changed);
        Files.writeString(onDisk, "changed");
        Files.delete(stored(missing));

        List<NightlyCheck.Mismatch> found = all(fileCheck);

        assertThat(found)
                .contains(
                        new NightlyCheck.Mismatch(null, changed, "FILE_CHANGED"),
                        new NightlyCheck.Mismatch(null, missing, "FILE_MISSING"))
                .noneMatch(one -> one.record().equals(whole));
    }

    @Test
    void aFileSaysWhoseItIs() throws IOException {
        String sha256 = files.store(random(), "image/png");
        append("sample.paper", Map.of("sha256", sha256));
        Files.writeString(stored(sha256), "changed");

        assertThat(all(fileCheck)).contains(new NightlyCheck.Mismatch(subject, sha256, "FILE_CHANGED"));
    }

    @Test
    void aFileOfWhichEvenTheRowIsGoneIsMissedByTheEntryThatNamesIt() throws IOException, SQLException {
        String sha256 = files.store(random(), "image/png");
        UUID id = append("sample.paper", Map.of("sha256", sha256));
        Files.delete(stored(sha256));
        asSchemaOwner("DELETE FROM evidence_file WHERE sha256 = '" + sha256 + "'");

        assertThat(entries.read(before(id.toString()), 1).mismatches())
                .containsExactly(new NightlyCheck.Mismatch(subject, sha256, "FILE_UNKNOWN"));
    }

    @Test
    void aTreeThatNobodyTouchedHasNoMismatch() {
        append();
        append();
        append();
        placeAll();

        assertThat(all(nodes)).isEmpty();
        assertThat(all(checkpoints)).noneMatch(one -> one.what().equals("CHECKPOINT_ROOT"));
        assertThat(all(leaves)).noneMatch(one -> one.what().equals("LEAF_MISSING"));
    }

    @Test
    void aDeletedEntryLeavesItsPlaceBehind() throws SQLException {
        UUID id = append();
        placeAll();
        long position = ledger.find(id).orElseThrow().position();

        asSchemaOwner("DELETE FROM ledger_entry WHERE id = '" + id + "'");

        assertThat(leaves.read(String.valueOf(position - 1), 1).mismatches())
                .containsExactly(
                        new NightlyCheck.Mismatch(null, "leaf %d (%s)".formatted(position, id), "ENTRY_MISSING"));
    }

    @Test
    void rowsThatSomebodyAddedToTheTreeAreNamedWhereverTheyStand() throws SQLException {
        append();
        placeAll();
        for (long position : new long[] {-7, Long.MAX_VALUE}) {
            application.update(
                    "INSERT INTO leaf (position, entry_id, leaf_hash) VALUES (?, UUID(), REPEAT('x', 32))", position);
            application.update(
                    "INSERT INTO tree_node (level, position, hash) VALUES (1, ?, REPEAT('x', 32))", position);
        }
        application.update("INSERT INTO tree_node (level, position, hash) VALUES (2147483647, 0, REPEAT('x', 32))");
        application.update("INSERT INTO tree_node (level, position, hash) VALUES (-3, 0, REPEAT('x', 32))");
        application.update("INSERT INTO checkpoint (tree_size, root, at, key_id, signature) VALUES"
                + " (9223372036854775807, REPEAT('x', 32), NOW(), 'x', 'x')");
        try {
            assertThat(all(leaves))
                    .filteredOn(one -> one.what().equals("LEAF_NOT_OURS"))
                    .extracting(one -> one.record().replaceAll(" \\(.*", ""))
                    .contains("leaf -7", "leaf 9223372036854775807");
            assertThat(all(nodes))
                    .contains(
                            new NightlyCheck.Mismatch(null, "tree_node -3/0", "NODE_NOT_OURS"),
                            new NightlyCheck.Mismatch(null, "tree_node 1/-7", "NODE_NOT_OURS"),
                            new NightlyCheck.Mismatch(null, "tree_node 1/9223372036854775807", "NODE_NOT_OURS"),
                            new NightlyCheck.Mismatch(null, "tree_node 2147483647/0", "NODE_NOT_OURS"));
            assertThat(all(checkpoints))
                    .contains(
                            new NightlyCheck.Mismatch(null, "checkpoint 9223372036854775807", "CHECKPOINT_NOT_SIGNED"));
        } finally {
            asSchemaOwner("DELETE FROM leaf WHERE position = -7");
            asSchemaOwner("DELETE FROM leaf WHERE position = 9223372036854775807");
            asSchemaOwner("DELETE FROM tree_node WHERE level = 1 AND position = -7");
            asSchemaOwner("DELETE FROM tree_node WHERE level = 1 AND position = 9223372036854775807");
            asSchemaOwner("DELETE FROM tree_node WHERE level = 2147483647");
            asSchemaOwner("DELETE FROM tree_node WHERE level = -3");
            asSchemaOwner("DELETE FROM checkpoint WHERE tree_size = 9223372036854775807");
        }
    }

    @Test
    void aNodeThatTheOwnerOfTheSchemaChangedOrTookIsNamedWithTheCheckpointAboveIt() throws SQLException {
        append();
        append();
        placeAll();
        int top = Long.SIZE - 1 - Long.numberOfLeadingZeros(tree.size());
        byte[] hash = tree.node(top, 0);
        String row = " WHERE position = 0 AND level = " + top;
        String name = "tree_node " + top + "/0";

        asSchemaOwner("UPDATE tree_node SET hash = REPEAT('x', 32)" + row);
        try {
            assertThat(all(nodes)).contains(new NightlyCheck.Mismatch(null, name, "NODE_CHANGED"));
            assertThat(all(checkpoints)).anyMatch(one -> one.what().equals("CHECKPOINT_ROOT"));
        } finally {
            asSchemaOwner("DELETE FROM tree_node" + row);
            List<NightlyCheck.Mismatch> missing = all(nodes);
            application.update("INSERT INTO tree_node (level, position, hash) VALUES (?, 0, ?)", top, hash);
            assertThat(missing).contains(new NightlyCheck.Mismatch(null, name, "NODE_MISSING"));
        }
        assertThat(all(nodes)).isEmpty();
    }

    private List<String> foundOf(UUID id) {
        String at = id.toString();
        // From just before it on: other tests' entries are none of this test's business.
        NightlyCheck.Page page = transaction.execute(tx -> entries.read(before(at), 1));
        assertThat(page.first()).isEqualTo(at);
        return page.mismatches().stream()
                .peek(one -> assertThat(one.record()).isEqualTo(at))
                .map(NightlyCheck.Mismatch::what)
                .toList();
    }

    private String before(String id) {
        return application.queryForObject("SELECT MAX(id) FROM ledger_entry WHERE id < ?", String.class, id);
    }

    private static List<NightlyCheck.Mismatch> all(NightlyCheck check) {
        List<NightlyCheck.Mismatch> found = new ArrayList<>();
        String after = null;
        while (true) {
            NightlyCheck.Page page = check.read(after, 100);
            found.addAll(page.mismatches());
            if (page.ended()) {
                return found;
            }
            after = page.last();
        }
    }

    private Path stored(String sha256) {
        return settings.folder().resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    private static byte[] random() {
        return UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    }

    private UUID append() {
        return append("sample.received", Map.of("n", 1));
    }

    private UUID append(String action, Map<String, ?> content) {
        return As.person(
                "receiver",
                () -> transaction.execute(tx -> ledger.append(Ledger.Fact.of(action, subject, null, content))));
    }

    private void placeAll() {
        while (sequencer.run() > 0) {
            // Entries of other tests wait too.
        }
    }

    private static void asSchemaOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "flyway", "flyway");
                var sql = connection.createStatement()) {
            assertThat(sql.executeUpdate(statement)).isEqualTo(1);
        }
    }
}
