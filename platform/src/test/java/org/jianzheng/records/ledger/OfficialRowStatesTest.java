package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.records.nightly.NightlyCheck;
import org.jianzheng.records.official.OfficialRows;
import org.jianzheng.support.As;
import org.jianzheng.support.Clause;
import org.jianzheng.support.PlatformTest;
import org.jianzheng.support.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With the application's own account of the database, past the application. */
@PlatformTest
@Clause({"4.1.7", "5.4.4"})
class OfficialRowStatesTest {

    @Autowired
    EntityManager entities;

    @Autowired
    OfficialRows official;

    @Autowired
    Ledger ledger;

    @Autowired
    List<NightlyCheck> checks;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    PlatformTransactionManager transactions;

    String id = UUID.randomUUID().toString();

    @Test
    void whatThePlatformWroteIsAsItWroteIt() {
        written("1");
        rewritten("2");
        entityRewritten("3");

        assertThat(found()).isEmpty();
    }

    @Test
    void aRowThatSomebodyChangedIsNamedWithItsColumn() {
        written("1");

        sql.update("UPDATE official_sample SET words = 'PASS' WHERE id = ?", id);

        assertThat(found()).containsExactly("official_sample %s: words ROW_CHANGED".formatted(id));
    }

    @Test
    void aRowThatSomebodyAddedIsNamedAlsoAfterThePlatformHasChangedIt() {
        sql.update("INSERT INTO official_sample (id, words) VALUES (?, 'PASS')", id);
        assertThat(found()).containsExactly("official_sample %s ROW_NOT_OURS".formatted(id));

        rewritten("2");
        entityRewritten("3");

        assertThat(found()).containsExactly("official_sample %s ROW_NOT_OURS".formatted(id));
    }

    @Test
    void anOldRowBroughtBackWithWhatItWasIsNamed() {
        written("1");
        rewritten("2");

        sql.update("UPDATE official_sample SET words = '1' WHERE id = ?", id);

        assertThat(found()).containsExactly("official_sample %s: words ROW_CHANGED".formatted(id));
        sql.update(
                "INSERT INTO official_row_state (table_name, row_key, version, mac_key, marks, mac)"
                        + " SELECT table_name, row_key, 3, mac_key, marks, mac FROM official_row_state"
                        + " WHERE table_name = 'official_sample' AND row_key = ? AND version = 1",
                id);
        assertThat(found()).containsExactly("official_sample %s: words ROW_CHANGED".formatted(id));
    }

    /** Else whoever waits for the next lawful change would have it made true by it. */
    @Test
    void whatSomebodyDidToOneColumnDoesNotBecomeTrueWhenThePlatformChangesAnother() {
        written("1");
        sql.update("UPDATE official_sample SET more = 'PASS' WHERE id = ?", id);

        rewritten("2");
        entityRewritten("3");

        assertThat(found()).containsExactly("official_sample %s: more ROW_CHANGED".formatted(id));
        sql.update("UPDATE official_sample SET more = NULL WHERE id = ?", id);
        assertThat(found()).isEmpty();
    }

    /** So with rows that are put there whether they stand already or not, as approved changes of a registry are. */
    @Test
    void whatSomebodyDidToARowDoesNotBecomeTrueWhenThePlatformPutsItThereAgain() {
        put("1");
        put("2");
        assertThat(found()).isEmpty();
        sql.update("UPDATE official_sample SET more = 'PASS' WHERE id = ?", id);

        put("3");

        assertThat(found()).containsExactly("official_sample %s: more ROW_CHANGED".formatted(id));
        put("4", "ours");
        assertThat(found()).isEmpty();
    }

    @Test
    void aRowThatSomebodyAddedDoesNotBecomeTrueWhenThePlatformPutsItsOwnThere() {
        sql.update(
                "INSERT INTO official_sample (id, words, more) VALUES (?, '1', 'PASS')", id.toUpperCase(Locale.ROOT));

        put("2");

        assertThat(found()).containsExactly("official_sample %s ROW_NOT_OURS".formatted(id.toUpperCase(Locale.ROOT)));
    }

    @Test
    void aRowPutThereTwiceInOneTransactionIsThePlatforms() {
        inTransaction(() -> {
            official.insert("official:" + id, "official_sample", "id, words", id, "1");
            putNow("id, words", id, "2");
            putNow("id, words, more", id, "3", "x");
        });

        assertThat(found()).isEmpty();
    }

    @Test
    void whatThePlatformTookBackLeavesNothing() {
        written("1");
        As.person("receiver", () -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            change("2");
            entry();
            tx.setRollbackOnly();
        }));

        assertThat(found()).isEmpty();
    }

    @Test
    void aRowThatIsGoneOrHasAnotherKeyIsMissed() {
        written("1");
        String other = UUID.randomUUID().toString();
        sql.update("UPDATE official_sample SET id = ? WHERE id = ?", other, id);

        assertThat(found()).containsExactly("official_sample %s ROW_MISSING".formatted(id));
        TestDatabase.owner().update("DELETE FROM official_sample WHERE id = ?", other);

        assertThat(found()).containsExactly("official_sample %s ROW_MISSING".formatted(id));
        sql.update("INSERT INTO official_sample (id, words) VALUES (?, '1')", id);
        assertThat(found()).isEmpty();
    }

    @Test
    void aStateThatSomebodyWroteMissesNothingAndStopsNothing() {
        for (String table : List.of("official_sample", "no_such_table")) {
            sql.update(
                    "INSERT INTO official_row_state (table_name, row_key, version, mac_key, marks, mac)"
                            + " VALUES (?, ?, 1, 'demo', 'words=x', REPEAT('x', 32))",
                    table,
                    id);
        }

        assertThat(found()).isEmpty();
    }

    @Test
    void nothingIsDecidedOnWhatIsNotWholeAnyMore() {
        written("1");
        requireIntact();
        TestDatabase.owner().update("DELETE FROM official_sample WHERE id = ?", id);

        assertThatThrownBy(this::requireIntact)
                .isInstanceOf(RuleBroken.class)
                .hasMessage("records.row.changed")
                .extracting(broken -> ((RuleBroken) broken).arguments())
                .isEqualTo(new Object[] {"official_sample " + id});
    }

    @Test
    void norOnACaseFromWhichARowWasMovedAway() {
        inTransaction(() -> official.insert(
                "official:" + id,
                "testing_handback",
                "id, case_id, kind, reason, pass, written_by, written_by_name, written_at",
                UUID.randomUUID().toString(),
                id,
                "HELD",
                "x",
                1,
                "tester",
                "x",
                LocalDateTime.of(2026, 1, 1, 0, 0)));
        requireIntact("testing_handback", "case_id");
        TestDatabase.owner().update("UPDATE testing_handback SET case_id = UUID() WHERE case_id = ?", id);

        assertThatThrownBy(() -> requireIntact("testing_handback", "case_id")).hasMessage("records.row.changed");
    }

    @Test
    void aRowOfTwoKeysIsMissedToo() {
        inTransaction(() -> official.insertAll(
                "official:" + id,
                "qualification_filed_paper",
                "paper_id, subject, house, about, filed_at",
                List.of(new Object[] {id, "a|b", "x", "x", "2026-01-01"}, new Object[] {id, "c", "x", "x", "2026-01-01"
                })));
        assertThat(found()).isEmpty();
        TestDatabase.owner().update("DELETE FROM qualification_filed_paper WHERE paper_id = ? AND subject = 'c'", id);

        assertThat(found()).containsExactly("qualification_filed_paper %s|c ROW_MISSING".formatted(id));
    }

    private void requireIntact() {
        requireIntact("official_sample", "id");
    }

    private void requireIntact(String table, String column) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(tx -> official.requireIntact(table, Map.of(column, id)));
    }

    private void written(String words) {
        inTransaction(() -> official.insert("official:" + id, "official_sample", "id, words", id, words));
    }

    private void rewritten(String words) {
        inTransaction(() -> change(words));
    }

    private void entityRewritten(String words) {
        inTransaction(() -> entities.find(OfficialSample.class, id).change(words));
    }

    private void put(String words) {
        inTransaction(() -> putNow("id, words", id, words));
    }

    private void put(String words, String more) {
        inTransaction(() -> putNow("id, words, more", id, words, more));
    }

    private void putNow(String columns, Object... row) {
        official.putAll("official:" + id, "official_sample", "id", columns, List.<Object[]>of(row));
    }

    private void change(String words) {
        official.update("official:" + id, "official_sample", Map.of("id", id), Map.of("words", words));
    }

    private void entry() {
        ledger.append(Ledger.Fact.of("a.b", "official:" + id, null, Map.of()));
    }

    private void inTransaction(Runnable work) {
        As.person("receiver", () -> new TransactionTemplate(transactions).executeWithoutResult(tx -> {
            work.run();
            entry();
        }));
    }

    /** What the nightly check says of the row. */
    private List<String> found() {
        List<String> found = new ArrayList<>();
        checks.stream().filter(one -> one.name().endsWith("rows")).forEach(check -> found.addAll(found(check)));
        return found;
    }

    private List<String> found(NightlyCheck check) {
        List<String> found = new ArrayList<>();
        String after = null;
        NightlyCheck.Page page;
        do {
            page = check.read(after, 100);
            page.mismatches().stream()
                    .map(one -> one.record() + " " + one.what())
                    .filter(one -> one.toLowerCase(Locale.ROOT).contains(id))
                    .forEach(found::add);
            after = page.last();
        } while (!page.ended());
        return found;
    }
}
