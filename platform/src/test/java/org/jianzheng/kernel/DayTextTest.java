package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DayTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-09",
                "2026-1-9",
                "2026/1/9",
                "2026.01.09",
                "2026年1月9日",
                "2026年01月09",
                "2026 年 1 月 9 日",
                "２０２６年１月９日",
                "2026－01－09",
                "20260109",
                "\u00a02026-01-09\u200b"
            })
    void daysAreReadInTheUsualWaysOfWriting(String typed) {
        assertThat(DayText.read(typed)).contains(LocalDate.of(2026, 1, 9));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "26-1-9",
                "9/1/2026",
                "1-9-2026",
                "2026-02-30",
                "2026-13-01",
                "20261301",
                "2026年1月",
                "2026",
                "46031",
                "昨天",
                "二〇二六年一月九日",
                "2026-01-09 08:00",
                "2026-01-09/2026-02-09"
            })
    void whatIsNoDayOrMayBeTwoIsNone(String typed) {
        assertThat(DayText.read(typed)).isEmpty();
    }
}
