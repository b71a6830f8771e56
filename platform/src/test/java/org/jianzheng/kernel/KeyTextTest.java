package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BJ01-YL-01 ",
                "\u00a0BJ01-YL-01\u3000",
                "\ufeffBJ01-YL-01",
                "BJ01\u200b-YL\u2060-01",
                "ＢＪ０１－ＹＬ－０１",
                "BJ01–YL—01",
                "BJ01\u2212YL\u201101"
            })
    void aKeyIsWrittenInOneWay(String typed) {
        assertThat(KeyText.written(typed)).isEqualTo("BJ01-YL-01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bj01-yl-01", "ｂｊ０１-YL-01", "BJ01-YL-01\u200d", "BJ01-ÝL-01"})
    void andComparedAsTheDatabaseComparesIt(String other) {
        assertThat(KeyText.same("BJ01-YL-01", other)).isTrue();
    }

    @Test
    void differentKeysStayDifferent() {
        assertThat(KeyText.same("BJ01-YL-01", "BJ01-YL-O1")).isFalse();
        assertThat(KeyText.same("陕建检字第0601018号", "陕建检字第0601019号")).isFalse();
        assertThat(KeyText.written("宝计校字第 2026-01001 号")).isEqualTo("宝计校字第 2026-01001 号");
    }
}
