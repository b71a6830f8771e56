package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.nightly.RecordHealth;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.actuate.health.StatusAggregator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Health tells the truth about the ledger. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class LedgerHealthTest {

    @Autowired
    LedgerHealthIndicator health;

    @Autowired
    StatusAggregator aggregator;

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Autowired
    TreeStore tree;

    @Autowired
    JdbcTemplate application;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    MutableClock clock;

    @Autowired
    MockMvc browser;

    @BeforeEach
    void nothingWaits() {
        append();
        placeAll();
    }

    @Test
    void isWellWhenNothingIsWrong() {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails()).containsEntry("treeSize", tree.size());
    }

    @Test
    void aRowInTheWayIsDamageBeforeAndAfterTheSequencerMeetsIt() throws SQLException {
        long next = tree.size();
        application.update(
                "INSERT INTO leaf (position, entry_id, leaf_hash) VALUES (?, UUID(), REPEAT('x', 32))", next);
        try {
            assertDamaged("leaf " + next);
            append();
            placeAll();
            assertDamaged("leaf " + next);
        } finally {
            asSchemaOwner("DELETE FROM leaf WHERE position = " + next);
        }
        placeAll();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void aCheckpointThatNobodySignedIsDamage() throws SQLException {
        application.update("INSERT INTO checkpoint (tree_size, root, at, key_id, signature) VALUES"
                + " (1000000002, REPEAT('x', 32), NOW(), 'x', 'x')");
        try {
            assertDamaged("checkpoint 1000000002");
        } finally {
            asSchemaOwner("DELETE FROM checkpoint WHERE tree_size = 1000000002");
        }
    }

    @Test
    void aTreeThatWasCutOffAtItsEndIsDamage() throws SQLException {
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        Checkpoint newest = tree.latest().orElseThrow();

        asSchemaOwner("DELETE FROM checkpoint WHERE tree_size = " + newest.treeSize());
        try {
            assertDamaged("checkpoint %d: gone".formatted(newest.treeSize()));
        } finally {
            tree.insert(newest);
        }
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    void entriesThatWaitTooLongAreSaid() {
        append();
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        try (var later = clock.advance(Duration.ofMinutes(6))) {
            assertThat(health.health().getStatus()).isEqualTo(RecordHealth.DELAYED);
            assertThat(health.health().getDetails()).containsKey("waitingSince");
        }
        placeAll();
    }

    @Test
    void damageIsSaidBeforeDelayAndTheWorseBeforeBoth() {
        assertThat(aggregator.getAggregateStatus(Status.UP, RecordHealth.DELAYED, RecordHealth.DAMAGED))
                .isEqualTo(RecordHealth.DAMAGED);
        assertThat(aggregator.getAggregateStatus(RecordHealth.DAMAGED, Status.DOWN))
                .isEqualTo(Status.DOWN);
        assertThat(aggregator.getAggregateStatus(Status.UP, RecordHealth.DELAYED))
                .isEqualTo(RecordHealth.DELAYED);
    }

    @Test
    void anybodySeesTheWordAndThoseWhoCanHelpSeeWhy() throws Exception {
        long next = tree.size();
        application.update(
                "INSERT INTO leaf (position, entry_id, leaf_hash) VALUES (?, UUID(), REPEAT('x', 32))", next);
        try {
            browser.perform(get("/actuator/health"))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.status").value("DAMAGED"))
                    .andExpect(content().string(not(containsString("leaf"))));
            browser.perform(get("/actuator/health").with(As.signedIn("tester")))
                    .andExpect(content().string(not(containsString("leaf"))));
            browser.perform(get("/actuator/health").with(As.signedIn("stationadmin")))
                    .andExpect(jsonPath("$.components.ledger.details.damage[0]").value(containsString("leaf " + next)));
        } finally {
            asSchemaOwner("DELETE FROM leaf WHERE position = " + next);
        }
    }

    private void assertDamaged(String by) {
        Health said = health.health();
        assertThat(said.getStatus()).isEqualTo(RecordHealth.DAMAGED);
        assertThat(said.getDetails().get("damage").toString()).contains(by);
    }

    private void append() {
        As.person(
                "receiver",
                () -> transaction.execute(tx -> ledger.append(
                        Ledger.Fact.of("sample.received", "sample:" + UUID.randomUUID(), null, Map.of()))));
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
