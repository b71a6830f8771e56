package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.workflow.expression.PlainValues;
import org.jianzheng.workflow.form.FormContract;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The server holds to the form, whatever the browser checked. */
class FormContractTest {

    private static final Map<String, Object> SHOWN =
            Map.of("machines", List.of(Map.of("label", "压力机", "value", "M1"), Map.of("label", "万能机", "value", "M2")));

    private final FormContract form = FormContract.read(read("/probe/forms/probe/probeLoads.form"));

    @Test
    void declaresItsInputKeysAndWhatItReads() {
        assertThat(form.keys()).containsExactlyInAnyOrder("machine", "environment", "specimens", "retest", "note");
        assertThat(form.reads()).containsExactlyInAnyOrder("order", "machines");
    }

    @Test
    void saysWhatAFieldLetsOneChooseWhereTheFormItselfFixesIt() {
        FormContract decides =
                FormContract.read("{\"id\":\"f\",\"components\":[{\"type\":\"radio\",\"key\":\"decision\",\"values\":"
                        + "[{\"label\":\"取样\",\"value\":\"TAKE\"},{\"label\":\"不能取样\",\"value\":\"GIVE_UP\"}]},"
                        + "{\"type\":\"textfield\",\"key\":\"note\"}]}");
        assertThat(decides.choices("decision")).containsExactly("TAKE", "GIVE_UP");
        assertThat(decides.choices("note")).isEmpty();
        assertThat(decides.choices("absent")).isEmpty();
        // Of these it is said when the form is shown.
        assertThat(form.choices("machine")).isEmpty();
    }

    @Test
    void answersExactlyItsKeysAlsoWhenLittleWasSent() {
        Map<String, Object> checked = form.check(filled(Map.of("load", "25.30")), SHOWN);
        assertThat(checked).containsOnlyKeys("machine", "environment", "specimens", "retest", "note");
        assertThat(checked.get("retest")).isEqualTo(false);
        Map<?, ?> row = (Map<?, ?>) ((List<?>) checked.get("specimens")).get(0);
        assertThat(row.get("load")).isEqualTo(new BigDecimal("25.30"));
        assertThat(row.get("oddness")).isNull();
    }

    @Test
    void whatAConditionHidesIsNotAskedForAndNotTaken() {
        Map<String, Object> hidden = new HashMap<>(Map.of("load", 25, "odd", false, "oddness", "typed before"));
        Map<?, ?> row = (Map<?, ?>) ((List<?>) form.check(filled(hidden), SHOWN).get("specimens")).get(0);
        assertThat(row.get("oddness")).isNull();
        refused(
                filled(Map.of("load", 25, "odd", true)),
                "workflow.form.required",
                "specimens[0].oddness",
                "试件 1 · 异常情况");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, workflow.form.min",
        "3000.01, workflow.form.max",
        "25.303, workflow.form.places",
        "25 kN, kernel.number.words",
        "'1,200', kernel.number.grouped",
        "1e3, kernel.number.exponent",
        "1.2.3, kernel.number.incomplete",
        "NaN, kernel.number.words",
        "二十五, kernel.number.words"
    })
    void numbersHaveLimitsPlacesAndNoUnits(String load, String code) {
        refused(filled(Map.of("load", load)), code, "specimens[0].load", "试件 1 · 破坏荷载（kN）");
    }

    /** A task's map may hold what another form shows. */
    @Test
    void whatAFormDoesNotMentionIsNotSentToTheBrowser() {
        Map<String, Object> shown = new HashMap<>(SHOWN);
        shown.put("order", Map.of("project", "一号楼"));
        shown.put("retest", true);
        shown.put("client", "宝鸡建设");
        assertThat(form.asShown(shown)).containsOnlyKeys("machines", "order", "retest");
        FormContract inRows = FormContract.read(
                "{\"id\":\"f\",\"components\":[{\"type\":\"dynamiclist\",\"path\":\"rows\","
                        + "\"components\":[{\"type\":\"textfield\",\"key\":\"kn\",\"conditional\":{\"hide\":\"=loop.closed\"}}]}]}");
        assertThat(inRows.asShown(Map.of("loop", Map.of(), "client", "x"))).containsOnlyKeys("loop");
    }

    @Test
    void choicesAreThoseThatWereShown() {
        Map<String, Object> sent = filled(Map.of("load", 1));
        sent.put("machine", "M3");
        refused(sent, "workflow.form.option", "machine", "试验机");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verdict", "specimens2", "environment2"})
    void undeclaredKeysAreNamed(String key) {
        Map<String, Object> sent = filled(Map.of("load", 1));
        sent.put(key, "PASS");
        refused(sent, "workflow.form.undeclared", key, key);
    }

    @Test
    void textIsStrippedCountedByCharactersPeopleSeeAndPrintable() {
        Map<String, Object> odd = new HashMap<>(Map.of("load", 1, "odd", true, "oddness", "  边角 <script> 🏗 "));
        Map<?, ?> row = (Map<?, ?>) ((List<?>) form.check(filled(odd), SHOWN).get("specimens")).get(0);
        assertThat(row.get("oddness")).isEqualTo("边角 <script> 🏗");
        odd.put("oddness", "字".repeat(51));
        refused(filled(odd), "workflow.form.maxLength", "specimens[0].oddness", "试件 1 · 异常情况");
        odd.put("oddness", "half \uD83C");
        refused(filled(odd), "workflow.form.characters", "specimens[0].oddness", "试件 1 · 异常情况");
    }

    @Test
    void rowsAreCounted() {
        refused(filled(), "workflow.form.rowCount", "specimens", "试件");
    }

    @Test
    void valuesComeBackFromJsonAsTheyWent() throws JsonProcessingException {
        Map<String, Object> plain = new HashMap<>();
        plain.put("decimal", new BigDecimal("0.10"));
        plain.put("long", new BigDecimal("12345678901234567890.123456789"));
        plain.put("whole", 7);
        plain.put("text", "宝鸡 🏗 \"'<>\n");
        plain.put("no", null);
        plain.put("rows", new ArrayList<>(List.of(Map.of("load", new BigDecimal("25.30")), List.of(true, false))));
        assertThat(PlainValues.parse(PlainValues.write(plain))).isEqualTo(plain);
    }

    private void refused(Map<String, Object> sent, String code, String field, String label) {
        assertThatThrownBy(() -> form.check(sent, SHOWN)).isInstanceOfSatisfying(RuleBroken.class, rule -> {
            assertThat(rule.code()).isEqualTo(code);
            assertThat(rule.field()).hasValue(field);
            assertThat(rule.arguments()[0]).isEqualTo(label);
        });
    }

    @SafeVarargs
    private static Map<String, Object> filled(Map<String, Object>... specimens) {
        return new HashMap<>(Map.of(
                "machine", "M1",
                "environment", Map.of("temperature", new BigDecimal("20.5")),
                "specimens", List.of(specimens)));
    }

    private static String read(String file) {
        try (InputStream in = FormContractTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
