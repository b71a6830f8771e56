package org.jianzheng.records.official;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.records.ledger.Ledger;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class OfficialRowsTest {

    static final String TABLE = "official_sample";

    @Autowired
    OfficialRows official;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    PlatformTransactionManager transactions;

    String id = UUID.randomUUID().toString();

    @Test
    void refusesARowWithoutAnEntry() {
        assertThatThrownBy(() -> inTransaction(() -> add("1")))
                .hasStackTraceContaining("Official record official:" + id)
                .hasStackTraceContaining("appends no ledger entry");
        assertThat(words()).isEmpty();
    }

    @Test
    void takesItWithAnEntryBeforeOrAfterIt() {
        inTransaction(() -> {
            add("1");
            entry(id);
        });
        inTransaction(() -> {
            entry(id);
            change("2");
        });

        assertThat(words()).containsExactly("2");
    }

    @Test
    void refusesAChangeWithoutAnEntryEvenAfterOneWithAnEntry() {
        inTransaction(() -> {
            add("1");
            entry(id);
        });

        assertThatThrownBy(() -> inTransaction(() -> change("2"))).hasStackTraceContaining("appends no ledger entry");
        assertThatThrownBy(() -> inTransaction(
                        () -> official.putAll("official:" + id, TABLE, "id", "id, words", List.<Object[]>of(row("2")))))
                .hasStackTraceContaining("appends no ledger entry");
        assertThat(words()).containsExactly("1");
    }

    @Test
    void anEntryAboutSomethingElseOrOfAnInnerTransactionDoesNotCount() {
        var inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThatThrownBy(() -> inTransaction(() -> {
                    entry("another");
                    add("1");
                }))
                .hasStackTraceContaining("appends no ledger entry");
        assertThatThrownBy(() -> inTransaction(() -> {
                    add("1");
                    inner.executeWithoutResult(tx -> entry(id));
                }))
                .hasStackTraceContaining("appends no ledger entry");
    }

    @Test
    void anEntryMaySpeakForASecondRecord() {
        inTransaction(() -> {
            add("1");
            ledger.append(
                    Ledger.Fact.of("a.b", "official:other", null, Map.of()).alsoAbout("official:" + id));
        });

        assertThat(words()).containsExactly("1");
    }

    @Test
    void writesNothingOutsideATransactionNorToOtherTables() {
        assertThatThrownBy(() -> As.person("receiver", () -> add("1")))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> inTransaction(() -> official.insert("x", "notice", "id", id)))
                .hasMessageContaining("holds no official rows");
        assertThatThrownBy(() -> inTransaction(() -> official.insert("x", TABLE, "id) SELECT 1 --", id)))
                .hasMessageContaining("No name");
    }

    private void add(String words) {
        official.insert("official:" + id, TABLE, "id, words", row(words));
    }

    private Object[] row(String words) {
        return new Object[] {id, words};
    }

    private void change(String words) {
        official.update("official:" + id, TABLE, Map.of("id", id), Map.of("words", words));
    }

    private List<String> words() {
        return sql.queryForList("SELECT words FROM official_sample WHERE id = ?", String.class, id);
    }

    private void entry(String of) {
        ledger.append(Ledger.Fact.of("a.b", "official:" + of, null, Map.of()));
    }

    private void inTransaction(Runnable work) {
        As.person("receiver", () -> new TransactionTemplate(transactions).executeWithoutResult(tx -> work.run()));
    }
}
