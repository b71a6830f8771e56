package org.jianzheng.records.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactContentTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"null", "{", "[]", "1", "{\"facts\":null}"})
    void whatSomebodyMadeOfAContentOpensAsEmpty(String stored) {
        assertThat(FactContent.read(stored, 2).facts()).isEmpty();
    }
}
