package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormValuesTest {

    @Test
    void aListedDecisionIsTaken() {
        assertThat(new FormValues(Map.of("decision", " RETURN ")).choice("decision", "PASS", "RETURN"))
                .isEqualTo("RETURN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pass", "RETURNED", "退回", "PASS,RETURN", "true"})
    void anyOtherIsRefusedAtItsField(String decision) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> new FormValues(Map.of("decision", decision)).choice("decision", "PASS", "RETURN"))
                .withMessage("kernel.form.choice")
                .satisfies(rule -> assertThat(rule.field()).hasValue("decision"));
    }
}
