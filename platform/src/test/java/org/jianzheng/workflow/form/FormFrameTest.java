package org.jianzheng.workflow.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.workflow.form.FormFields.Choice;
import org.junit.jupiter.api.Test;

/** Forms that are composed: they look as if they had been written by hand, and the server holds to them as to those. */
class FormFrameTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final FormFrame FRAME = FormFrame.read(
            """
            {"schemaVersion":16,"type":"default","id":"record","components":[
              {"type":"text","id":"head","text":"### {{order.itemName}}"},
              {"type":"radio","id":"decision","key":"decision","label":"办理",
               "values":[{"label":"提交","value":"RECORD"},{"label":"退回","value":"RETURN"}],
               "validate":{"required":true}},
              {"type":"placeholder","id":"inputs","conditional":{"hide":"=decision = \\"RETURN\\""}},
              {"type":"textarea","id":"reason","key":"reason","label":"情况说明",
               "conditional":{"hide":"=decision != \\"RETURN\\""},"validate":{"required":true}}]}
            """);

    /** The rows of a splice as {@code recordSplice.form} has them. */
    private static final List<FormComponent> SPLICE = List.of(
            FormFields.rows(
                            "specimens",
                            "极限抗拉强度试验",
                            List.of(
                                    FormFields.text("no", "试件编号")
                                            .readOnly()
                                            .atMost(60)
                                            .columns(5),
                                    FormFields.decimal("maxForceKn", "最大拉力 (kN)")
                                            .places(4)
                                            .between("0.1", "3000")
                                            .required()
                                            .columns(5),
                                    FormFields.select(
                                                    "failure",
                                                    "破坏形态",
                                                    List.of(
                                                            new Choice("BAR", "钢筋拉断"),
                                                            new Choice("CONNECTOR", "连接件破坏")))
                                            .required()
                                            .columns(6)))
                    .addable(3, 6),
            FormFields.decimal("loadingRate", "加荷速率 (MPa/s)")
                    .places(2)
                    .between("1", "60")
                    .hint("屈服前 6~60")
                    .hiddenWhen("order.pulls = false")
                    .columns(8),
            FormFields.dateTime("startedAt", "试验开始（日期）").required().columns(8),
            FormFields.checkbox("odd", "异常破坏"));

    @Test
    void aFrameAndItsComponentsAreOneFormWithIdsOfItsOwn() throws IOException {
        JsonNode form = composed();
        assertThat(form.path("id").asText()).isEqualTo("record-splice-main");
        assertThat(form.path("components"))
                .extracting(one -> one.path("id").asText())
                .containsExactly(
                        "record-splice-main_head",
                        "record-splice-main_decision",
                        "record-splice-main_inputs_specimens",
                        "record-splice-main_inputs_loadingRate",
                        "record-splice-main_inputs_startedAt",
                        "record-splice-main_inputs_odd",
                        "record-splice-main_reason");
        FormContract contract = FormContract.read(form.toString());
        assertThat(contract.keys())
                .containsExactlyInAnyOrder("decision", "specimens", "loadingRate", "startedAt", "odd", "reason");
        assertThat(contract.reads()).containsExactly("order");
    }

    @Test
    void aComponentIsAsTheOneWrittenByHand() throws IOException {
        JsonNode byHand = JSON.readTree(
                """
                {"type":"textfield","key":"maxForceKn","label":"最大拉力 (kN)","validate":{"required":true},
                 "properties":{"decimals":"4","min":"0.1","max":"3000"}}""");
        JsonNode composed =
                composed().path("components").get(2).path("components").get(1);
        byHand.properties().forEach(member -> assertThat(composed.path(member.getKey()))
                .as(member.getKey())
                .isEqualTo(member.getValue()));
    }

    @Test
    void componentsFillLinesOfSixteenColumns() throws IOException {
        List<String> lines = new ArrayList<>();
        composed()
                .path("components")
                .forEach(one -> lines.add(one.path("layout").path("row").asText()));
        assertThat(lines).containsExactly("", "", "Row_inputs_1", "Row_inputs_2", "Row_inputs_2", "Row_inputs_3", "");
        assertThat(composed().path("components").get(2).path("components"))
                .extracting(one -> one.path("layout").path("row").asText())
                .containsOnly("Row_inputs_specimens_1");
    }

    @Test
    void whatHidesThePlaceHidesAllThatStandsInIt() throws IOException {
        assertThat(composed()
                        .path("components")
                        .get(3)
                        .path("conditional")
                        .path("hide")
                        .asText())
                .isEqualTo("=decision = \"RETURN\" or order.pulls = false");
        FormContract contract = FormContract.read(composed().toString());
        Map<String, Object> checked =
                contract.check(Map.of("decision", "RETURN", "reason", "设备故障"), Map.of("order", Map.of("pulls", true)));
        assertThat(checked.get("specimens")).isEqualTo(List.of());
        assertThat(checked.get("startedAt")).isNull();
    }

    @Test
    void theServerHoldsToWhatWasSaidOfEachField() throws IOException {
        FormContract contract = FormContract.read(composed().toString());
        assertThat(((Map<?, ?>) ((List<?>) check(contract, "25.3001").get("specimens")).get(0)).get("maxForceKn"))
                .isEqualTo(new BigDecimal("25.3001"));
        refused(() -> check(contract, "25.30012"), "workflow.form.places");
        refused(() -> check(contract, "3000.1"), "workflow.form.max");
        refused(() -> check(contract, ""), "workflow.form.required");
    }

    @Test
    void theSameDataIsTheSameText() {
        FormComponent table = FormFields.table("runs", "设备读数", "order.runs", new LinkedHashMap<>(Map.of("no", "试件")));
        String once = FRAME.compose("record-x", List.of(table, SPLICE.get(0))).json();
        assertThat(once)
                .isEqualTo(
                        FRAME.compose("record-x", List.of(table, SPLICE.get(0))).json())
                .contains("\"key\" : \"no\",\n      \"label\" : \"试件\"");
    }

    @Test
    void whatNoBrowserWouldDrawIsNotComposed() {
        FormComponent decision = FormFields.text("decision", "办理");
        assertThatThrownBy(() -> FRAME.compose("record-x", List.of(decision))).hasMessageContaining("decision");
        assertThatThrownBy(() -> FRAME.compose("other-x", SPLICE)).hasMessageContaining("record-");
        assertThatThrownBy(() -> FRAME.compose("record-x", Map.of("later", SPLICE)))
                .hasMessageContaining("later");
    }

    /** A frame that reached the engine would be a form without its fields. */
    @Test
    void noFrameIsInTheBundle() {
        assertThat(BundledFiles.forms().values()).isNotEmpty().noneMatch(form -> new String(form)
                .contains("\"placeholder\""));
    }

    private static JsonNode composed() throws IOException {
        return JSON.readTree(FRAME.compose("record-splice-main", SPLICE).json());
    }

    private static Map<String, Object> check(FormContract contract, String load) {
        Map<String, Object> row = Map.of("maxForceKn", load, "failure", "BAR");
        return contract.check(
                Map.of(
                        "decision",
                        "RECORD",
                        "specimens",
                        List.of(row, row, row),
                        "startedAt",
                        "2026-03-01T09:30:00+08:00"),
                Map.of("order", Map.of("pulls", false)));
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable work, String code) {
        assertThatThrownBy(work).isInstanceOfSatisfying(RuleBroken.class, rule -> assertThat(rule.code())
                .isEqualTo(code));
    }
}
