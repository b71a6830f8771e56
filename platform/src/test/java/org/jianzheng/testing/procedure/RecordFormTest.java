package org.jianzheng.testing.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jianzheng.testing.procedure.Findings.conclude;
import static org.jianzheng.testing.procedure.Findings.form;
import static org.jianzheng.testing.procedure.Findings.message;
import static org.jianzheng.testing.procedure.Findings.rows;
import static org.jianzheng.testing.procedure.Findings.subject;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.support.Clause;
import org.jianzheng.support.DemoTest;
import org.jianzheng.testing.order.OrderView;
import org.jianzheng.testing.order.RecordDifferences;
import org.jianzheng.testing.recording.SpecimenNumbers;
import org.junit.jupiter.api.Test;

/** What was typed stays as it was typed, and what is wrong names its place. */
class RecordFormTest {

    @Test
    void aForceThatIsNoNumberNamesItsRow() {
        assertThatThrownBy(() -> conclude(
                        TestFamily.of("concrete-cube"), "C30", Map.of(), DemoTest.concrete("787.5", "8O1.2", "812.6")))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.field()).contains("specimens[1].loadKn");
                    assertThat(message(broken)).startsWith("第 2 行破坏荷载：“8O1.2”不是数字");
                });
    }

    @Test
    @Clause("6.1.2")
    void decimalsAreKeptAsTheyWereTyped() {
        var typed = new RecordForm(form(
                "a", new BigDecimal("0.10"), "rows", List.of(Map.of("loadKn", new BigDecimal("168.8825"))), "n", 3));

        assertThat(StoredJson.read(StoredJson.write(typed.values()), new TypeReference<Map<String, Object>>() {}))
                .containsEntry("a", "0.10")
                .containsEntry("n", "3")
                .containsEntry("rows", List.of(Map.of("loadKn", "168.8825")));
    }

    @Test
    void aRowCannotClaimToBeAnotherSpecimen() {
        TestSubject subject = subject(TestFamily.of("concrete-cube"), "C30", Map.of());
        Map<String, Object> form = new LinkedHashMap<>(DemoTest.concrete("787.5", "801.2", "812.6"));
        form.put("specimens", List.of(Map.of("no", "BJ01-YP-2026-00009-1", "loadKn", "1")));

        assertThatThrownBy(() -> SpecimenNumbers.specimens(new RecordForm(form), subject))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> assertThat(broken.code())
                        .isEqualTo("testing.record.otherSpecimen"));
    }

    @Test
    void whatChangedBetweenVersionsIsShownBeforeAndAfter() {
        Map<String, Object> before = form("temperature", "20", "specimens", rows("loadKn", "787.5", "801.2"));
        Map<String, Object> after =
                form("temperature", "20", "correctionReason", "笔误", "specimens", rows("loadKn", "787.5", "802.1"));

        assertThat(RecordDifferences.between(before, after))
                .containsExactly(new OrderView.Change("loadKn", 2, "801.2", "802.1"));
    }
}
