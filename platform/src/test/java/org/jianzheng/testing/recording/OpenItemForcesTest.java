package org.jianzheng.testing.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jianzheng.standards.evaluation.OpenParameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The unit of an open item is written by whoever orders it. */
class OpenItemForcesTest {

    private static boolean isForce(String name, String unit) {
        return OpenItemForces.isForce(new OpenParameter(
                name, unit == null ? "" : unit, OpenParameter.Relation.AT_LEAST, BigDecimal.ONE, null, 2, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "压缩强度,MPa",
        "压缩强度,ＭＰａ",
        "压缩强度,N/mm^2",
        "压缩强度,N/mm²",
        "破坏荷载, kN ",
        "破坏荷载,千牛",
        "强度,kgf/cm²",
        "强度,兆帕",
        "抗压强度(MPa),",
        "扭矩,kN·m"
    })
    void aForceIsOneHoweverItsUnitIsWritten(String name, String unit) {
        assertThat(isForce(name, unit)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"吸水率,%", "密度,kg/m³", "长度,mm", "外观,", "导热系数,W/(m·K)", "质量,g"})
    void whatIsNoForceIsNone(String name, String unit) {
        assertThat(isForce(name, unit)).isFalse();
    }
}
