package org.jianzheng.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.BundledFiles;
import org.jianzheng.workflow.form.FormContract;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No field of any form changes the number that is typed into it. */
class FormNumbersTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    // A number field of the form library turns 787。5 into 7875, 1,200 into 1.200 and 1e3 into 13, before anyone else
    // sees it.
    private static final Set<String> SENT_AS_TYPED = Set.of(
            "textfield", "textarea", "checkbox", "checklist", "radio", "select", "taglist", "datetime", "expression");

    @ParameterizedTest
    @MethodSource("forms")
    void everyFieldSendsWhatWasTyped(String form) throws IOException {
        List<JsonNode> all = all(read(form));
        assertThat(all)
                .filteredOn(one -> one.has("key"))
                .extracting(one -> one.path("type").asText())
                .isSubsetOf(SENT_AS_TYPED);
        assertThat(all).noneMatch(one -> one.has("decimalDigits") || one.has("serializeToString"));
        // What only number fields have in this library's files, but the server reads.
        assertThat(all)
                .filteredOn(one -> one.path("properties").has("min")
                        || one.path("properties").has("max"))
                .allMatch(one -> one.path("properties").has("decimals"));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void everyNumberIsReadAsTypedOrRefusedInWords(JsonNode field) {
        String most = field.path("properties").path("max").asText();
        assertThat(read(field, most)).hasToString(most);
        assertThat(read(field, " " + fullWidth(most) + " ")).hasToString(most);
        assertThat(read(field, new BigDecimal(most)))
                .as("as forms of earlier versions send it")
                .hasToString(most);
        refused(field, most + ",000", "kernel.number.grouped");
        refused(field, "1e1", "kernel.number.exponent");
        refused(field, most + " kN", "kernel.number.words");
        refused(field, "9" + most, "workflow.form.max");
    }

    private static Object read(JsonNode field, Object typed) {
        String form = "{\"id\":\"one\",\"components\":[" + field + "]}";
        return FormContract.read(form)
                .check(Map.of(key(field), typed), Map.of())
                .get(key(field));
    }

    private static void refused(JsonNode field, String typed, String code) {
        assertThatThrownBy(() -> read(field, typed)).isInstanceOfSatisfying(RuleBroken.class, rule -> {
            assertThat(rule.code()).isEqualTo(code);
            assertThat(rule.field()).hasValue(key(field));
            assertThat(rule.arguments()[0]).isEqualTo(field.path("label").asText());
        });
    }

    private static String fullWidth(String number) {
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(sign -> wide.append(sign == '.' ? '。' : (char) (sign - '!' + '！')));
        return wide.toString();
    }

    private static String key(JsonNode field) {
        return field.path("key").asText();
    }

    private static Stream<String> forms() {
        return BundledFiles.forms().keySet().stream();
    }

    private static JsonNode read(String form) throws IOException {
        return JSON.readTree(BundledFiles.forms().get(form));
    }

    private static Stream<Named<JsonNode>> numbers() throws IOException {
        List<Named<JsonNode>> numbers = new ArrayList<>();
        for (String form : forms().toList()) {
            for (JsonNode one : all(read(form))) {
                if (one.path("properties").has("decimals")) {
                    ((ObjectNode) one).remove("conditional");
                    numbers.add(Named.of(form + " " + key(one), one));
                }
            }
        }
        assertThat(numbers).hasSizeGreaterThan(50);
        return numbers.stream();
    }

    private static List<JsonNode> all(JsonNode parent) {
        List<JsonNode> all = new ArrayList<>();
        parent.path("components").forEach(one -> {
            all.add(one);
            all.addAll(all(one));
        });
        return all;
    }
}
