package org.jianzheng.records.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.MutableClock;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Clause("9.1.2")
class NumbersTest {

    @Autowired
    Numbers numbers;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    MutableClock clock;

    String kind = "T" + UUID.randomUUID().toString().substring(0, 4).toUpperCase(java.util.Locale.ROOT);

    @Test
    void countsFromOneWithoutGaps() {
        try (var at = clock.at(Instant.parse("2026-11-23T02:00:00Z"))) {
            assertThat(List.of(issue(), issue())).containsExactly(number(2026, 1), number(2026, 2));
        }
    }

    @Test
    void countsEachLabAndKindForItself() {
        try (var at = clock.at(Instant.parse("2026-11-23T02:00:00Z"))) {
            issue();

            String other = As.person("receiver", () -> transaction.execute(tx -> numbers.allocate(kind, "BJ02")));
            assertThat(other).isEqualTo("BJ02-" + kind + "-2026-00001");
        }
    }

    @Test
    void startsANewYearAtMidnightInTheCityNotInLondon() {
        try (var at = clock.at(Instant.parse("2026-12-31T15:59:59Z"))) {
            assertThat(issue()).isEqualTo(number(2026, 1));
            clock.at(Instant.parse("2026-12-31T16:00:00Z"));
            assertThat(issue()).isEqualTo(number(2027, 1));
        }
    }

    @Test
    void aRollbackReturnsTheNumber() {
        String lost = As.person(
                "receiver",
                () -> transaction.execute(tx -> {
                    tx.setRollbackOnly();
                    return numbers.allocate(kind, "BJ01");
                }));

        assertThat(issue()).isEqualTo(lost);
    }

    @Test
    void allocatesOnlyInsideTheTransactionThatIssues() {
        assertThatThrownBy(() -> As.person("receiver", () -> numbers.allocate(kind, "BJ01")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void twentyParallelIssuersLeaveNoGapEvenWhenSomeFail() throws Exception {
        ExecutorService issuers = Executors.newFixedThreadPool(20);
        Set<String> issued = new ConcurrentSkipListSet<>();
        try {
            List<Callable<Void>> work = IntStream.range(0, 400)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        issueOrFail(n % 7 == 3).ifPresent(issued::add);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : issuers.invokeAll(work)) {
                done.get();
            }
        } finally {
            issuers.shutdownNow();
        }
        GapAudit audit = GapAudit.of(sql, kind, "BJ01", year());
        assertThat(audit.gapless()).isTrue();
        assertThat(audit.issued()).isEqualTo(issued.size()).isEqualTo(343);
    }

    private java.util.Optional<String> issueOrFail(boolean fail) {
        return java.util.Optional.ofNullable(As.person(
                "receiver",
                () -> transaction.execute(tx -> {
                    String number = numbers.allocate(kind, "BJ01");
                    if (fail) {
                        tx.setRollbackOnly();
                        return null;
                    }
                    return number;
                })));
    }

    @Test
    void aVoidedNumberStaysTaken() {
        String number = issue();

        As.person("labadmin", () -> numbers.voidNumber(number, "录入错误"));

        assertThat(issue()).isNotEqualTo(number);
        GapAudit audit = GapAudit.of(sql, kind, "BJ01", year());
        assertThat(audit.gapless()).isTrue();
        assertThat(audit.voided()).containsExactly(number);
    }

    @Test
    void onlyAnIssuedNumberCanBeVoidedAndOnlyOnce() {
        String number = issue();

        assertThatThrownBy(() -> As.person("labadmin", () -> numbers.voidNumber(number + "9", "x")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("records.number.neverIssued"));
        As.person("labadmin", () -> numbers.voidNumber(number, "录入错误"));
        assertThatThrownBy(() -> As.person("labadmin", () -> numbers.voidNumber(number, "再次")))
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.code()).isEqualTo("records.number.alreadyVoid"));
    }

    @Test
    void theAuditFindsWhatIsMissing() {
        GapAudit audit = GapAudit.of(List.of(1, 2, 4, 7), 8, List.of());

        assertThat(audit.gapless()).isFalse();
        assertThat(audit.missing()).containsExactly(3, 5, 6, 8);
    }

    private String issue() {
        return As.person("receiver", () -> transaction.execute(tx -> numbers.allocate(kind, "BJ01")));
    }

    private String number(int year, int serial) {
        return "BJ01-%s-%d-%05d".formatted(kind, year, serial);
    }

    private int year() {
        return org.jianzheng.kernel.CityTime.today(clock).getYear();
    }
}
