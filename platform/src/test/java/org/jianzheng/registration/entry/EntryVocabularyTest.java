package org.jianzheng.registration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A workbook's cell of names: some names hold what else separates two. */
class EntryVocabularyTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            value = {
                "水泥凝结时间、安定性、细度 -> cement-physical",
                "混凝土立方体抗压强度、水泥凝结时间、安定性、细度：安定性、钢筋焊接接头 -> concrete-cube,cement-physical/soundness,weld",
                "钢筋力学性能与重量偏差：弯曲，钢筋力学性能与重量偏差：拉伸 -> rebar/bend,rebar/tensile",
                "钢筋力学性能与重量偏差 ; 别的 -> rebar,别的"
            })
    void namesAreReadAsTheyAreWritten(String written, String codes) {
        assertThat(new EntryVocabulary(null).codes(EntryField.of("items", EntryField.Type.SCOPE), written))
                .isEqualTo(codes);
    }
}
