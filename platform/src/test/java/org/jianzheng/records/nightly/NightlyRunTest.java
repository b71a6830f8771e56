package org.jianzheng.records.nightly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How a run goes through its checks, whatever they read. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class NightlyRunTest {

    /** 01:30 in the city. */
    static final Instant DUE = Instant.parse("2031-05-05T17:30:00Z");

    @Autowired
    NightlyStore store;

    @Autowired
    NightlyAlarm alarm;

    @Autowired
    JdbcTemplate application;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MutableClock clock;

    String mark = UUID.randomUUID().toString().substring(0, 8);
    Numbers first = new Numbers("a-" + mark, 5);
    Numbers second = new Numbers("b-" + mark, 3);
    NightlyChecks node;

    /** Records 1 to n, of which some do not match. */
    static final class Numbers implements NightlyCheck {

        final String name;
        final int n;
        final List<String> read = new ArrayList<>();
        final List<Integer> wrong = new ArrayList<>();

        Numbers(String name, int n) {
            this.name = name;
            this.n = n;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Page read(String after, int most) {
            int from = after == null ? 1 : Integer.parseInt(after) + 1;
            List<Integer> page = IntStream.rangeClosed(from, Math.min(n, from + most - 1))
                    .boxed()
                    .toList();
            if (page.isEmpty()) {
                return Page.empty();
            }
            page.forEach(one -> read.add(name.charAt(0) + String.valueOf(one)));
            List<Mismatch> found = page.stream()
                    .filter(wrong::contains)
                    .map(one -> new Mismatch("report:" + name, "row " + one, "ENTRY_CHANGED"))
                    .toList();
            int last = page.get(page.size() - 1);
            return new Page(page.size(), String.valueOf(from), String.valueOf(last), last == n, found);
        }
    }

    @BeforeEach
    void atRest() {
        application.update("UPDATE nightly_progress SET run_at = NULL WHERE id = 1");
        node = nodeOf(2);
    }

    private NightlyChecks nodeOf(int records) {
        return new NightlyChecks(
                List.of(second, first),
                store,
                alarm,
                new NightlySettings(LocalTime.of(1, 30), records),
                transactions,
                clock);
    }

    @Test
    void readsEverythingOnceANightAndKeepsWhatItCameTo() {
        try (var at = clock.at(DUE.plusSeconds(60))) {
            finish(node);

            assertThat(first.read).containsExactly("a1", "a2", "a3", "a4", "a5");
            assertThat(second.read).containsExactly("b1", "b2", "b3");
            assertThat(node.latest())
                    .extracting(NightlyOutcome::check, NightlyOutcome::first, NightlyOutcome::last)
                    .containsExactly(tuple(first.name, "1", "5"), tuple(second.name, "1", "3"));
            assertThat(node.latest()).allMatch(one -> one.runAt().equals(DUE.plusSeconds(60)));

            clock.advance(Duration.ofHours(20));
            assertThat(node.step()).isFalse();
            clock.advance(Duration.ofHours(4));
            assertThat(node.step()).isTrue();
            finish(node);
        }
    }

    @Test
    void whatANodeDidNotFinishAnotherGoesOnWith() {
        try (var at = clock.at(DUE.plus(Duration.ofDays(10)))) {
            node.step();
            node.step();
            finish(nodeOf(2));

            assertThat(first.read).containsExactly("a1", "a2", "a3", "a4", "a5");
        }
    }

    @Test
    void twoNodesDoNotReadTheSamePageAtOnce() {
        try (var at = clock.at(DUE.plus(Duration.ofDays(20)))) {
            transaction.executeWithoutResult(tx -> {
                assertThat(store.lock()).isTrue();
                Boolean other = CompletableFuture.supplyAsync(() -> node.step()).join();
                assertThat(other).isFalse();
            });
            assertThat(first.read).isEmpty();
        }
    }

    @Test
    void whatDoesNotMatchIsKeptAndToldTheStation() {
        first.wrong.add(4);
        try (var at = clock.at(DUE.plus(Duration.ofDays(30)))) {
            finish(node);

            Instant run = node.latest().get(0).runAt();
            assertThat(node.latest().get(0).mismatches()).isEqualTo(1);
            assertThat(node.mismatches(run, 0, 10).items())
                    .extracting(FoundMismatch::subject, FoundMismatch::record, FoundMismatch::what)
                    .containsExactly(tuple("report:" + first.name, "row 4", "ENTRY_CHANGED"));
            assertThat(application.queryForList(
                            "SELECT body FROM notice WHERE recipient = 'station' AND body LIKE ?",
                            String.class,
                            "%report:" + first.name + "%"))
                    .singleElement()
                    .asString()
                    .contains("共读回 5 项，1 项与存证不符", "row 4");
        }
    }

    @Test
    void progressThatSomebodyWroteIsNotBelieved() {
        first.wrong.add(4);
        try (var at = clock.at(DUE.plus(Duration.ofDays(40)))) {
            node.step();
            application.update(
                    "UPDATE nightly_progress SET check_name = ?, last_key = NULL, counted = 1000, mismatches = 0",
                    second.name);
            finish(node);

            assertThat(first.read).contains("a3", "a4", "a5");
            assertThat(node.latest()).extracting(NightlyOutcome::mismatches).containsExactly(1L, 0L);
        }
    }

    @Test
    void anOutcomeThatSomebodyWroteIsNone() {
        try (var at = clock.at(DUE.plus(Duration.ofDays(50)))) {
            for (Numbers one : List.of(first, second)) {
                application.update(
                        "INSERT INTO nightly_outcome (id, run_at, check_name, begun_at, ended_at, counted, mismatches,"
                                + " mac_key, mac) VALUES (UUID(), '2031-06-25', ?, NOW(), NOW(), 9, 0, 'demo', REPEAT('x', 32))",
                        one.name);
            }

            assertThat(node.latest()).isEmpty();
            assertThat(node.step()).isTrue();
            finish(node);
        }
    }

    /** Rows without the platform's mark, in the way of its own. */
    @Test
    void howeverManyRowsSomebodyWroteTheLastRunIsFound() {
        first.wrong.add(4);
        try (var at = clock.at(DUE.plus(Duration.ofDays(55)))) {
            finish(node);
            Instant run = clock.instant();
            forge(350, LocalDateTime.ofInstant(run, ZoneOffset.UTC).toString());
            forge(11_000, "9999-01-01");
            try {
                clock.advance(Duration.ofMinutes(1));
                assertThat(node.step()).isFalse();
                assertThat(node.latest())
                        .extracting(NightlyOutcome::check, NightlyOutcome::mismatches)
                        .containsExactly(tuple(first.name, 1L), tuple(second.name, 0L));
                assertThat(node.latest()).allMatch(one -> one.runAt().equals(run));
                assertThat(node.mismatches(run, 0, 10).items())
                        .extracting(FoundMismatch::record)
                        .containsExactly("row 4");
                assertThat(node.mismatches(run, 0, 10).total()).isEqualTo(1);
            } finally {
                TestDatabase.owner().update("DELETE FROM nightly_outcome WHERE first_key = 'forged'");
                TestDatabase.owner().update("DELETE FROM nightly_mismatch WHERE record = 'forged'");
            }
        }
    }

    private void forge(int count, String runAt) {
        String some = " FROM (SELECT 1 FROM information_schema.columns LIMIT 200) a,"
                + " (SELECT 1 FROM information_schema.columns LIMIT 200) b LIMIT " + count;
        for (String name : List.of(first.name, second.name)) {
            application.update(
                    "INSERT INTO nightly_outcome (id, run_at, check_name, begun_at, ended_at, first_key, counted,"
                            + " mismatches, mac_key, mac)"
                            + " SELECT UUID(), ?, ?, NOW(), NOW(), 'forged', 9, 0, 'demo', REPEAT('x', 32)" + some,
                    runAt,
                    name);
            application.update(
                    "INSERT INTO nightly_mismatch (id, run_at, check_name, record, what, found_at, mac_key, mac)"
                            + " SELECT UUID(), ?, ?, 'forged', 'x', '2000-01-01', 'demo', REPEAT('x', 32)" + some,
                    runAt,
                    name);
        }
    }

    /** A node whose clock was wrong, once, for instance. */
    @Test
    void aRunThatLiesAheadIsNoneYet() {
        Instant now = DUE.plus(Duration.ofDays(70));
        try (var at = clock.at(now.plus(Duration.ofDays(1)))) {
            finish(node);
        }
        try (var at = clock.at(now)) {
            assertThat(node.latest()).isEmpty();
            assertThat(node.step()).isTrue();
            finish(node);
            assertThat(node.latest()).allMatch(one -> one.runAt().equals(now));
        }
    }

    /** A copy bears a mark, too. */
    @Test
    void aCopiedOutcomeCountsOnce() {
        first.wrong.add(4);
        try (var at = clock.at(DUE.plus(Duration.ofDays(80)))) {
            finish(node);
            application.update(
                    "INSERT INTO nightly_outcome SELECT UUID(), run_at, check_name, begun_at, ended_at, first_key,"
                            + " last_key, counted, mismatches, mac_key, mac FROM nightly_outcome WHERE check_name = ?",
                    first.name);

            assertThat(node.latest()).extracting(NightlyOutcome::mismatches).containsExactly(1L, 0L);
        }
    }

    @Test
    void whoAsksForARunWhileAnotherNodeHoldsTheLockIsToldSo() {
        try (var at = clock.at(DUE.plus(Duration.ofDays(90)))) {
            transaction.executeWithoutResult(tx -> {
                assertThat(store.lock()).isTrue();
                assertThatThrownBy(() ->
                                CompletableFuture.runAsync(() -> node.begin()).join())
                        .hasCauseInstanceOf(RuleBroken.class)
                        .hasMessageContaining("records.checks.busy");
            });
        }
    }

    @Test
    void aRunCanBeAskedForInBetween() {
        try (var at = clock.at(DUE.plus(Duration.ofDays(60)))) {
            finish(node);
            clock.advance(Duration.ofMinutes(5));
            assertThat(node.step()).isFalse();

            node.begin();
            finish(node);

            assertThat(first.read).hasSize(10);
            assertThat(node.latest().get(0).runAt()).isEqualTo(clock.instant());
        }
    }

    private void finish(NightlyChecks by) {
        int steps = 0;
        while (by.step()) {
            assertThat(steps++).isLessThan(50);
        }
    }
}
