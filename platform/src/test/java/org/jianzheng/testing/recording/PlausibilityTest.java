package org.jianzheng.testing.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jianzheng.kernel.RuleBroken;
import org.jianzheng.support.DemoTest;
import org.jianzheng.testing.procedure.Findings;
import org.jianzheng.testing.procedure.RecordForm;
import org.jianzheng.testing.procedure.TestFamily;
import org.jianzheng.testing.procedure.TestSubject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which readings have to be explained: C30 cubes of 150 mm just fulfil their grade at 675 kN. */
class PlausibilityTest {

    private static final Map<String, BigDecimal> C30 = Map.of("specimens.loadKn", new BigDecimal("675"));

    @ParameterizedTest
    @CsvSource({
        "787.5, 801.2, 812.6, ''",
        "1012.5, 1000.0, 1012.5, ''",
        "1012.6, 1000.0, 1010.0, testing.doubt.high",
        "78.75, 80.12, 81.26, ''",
        "67.4, 80.12, 81.26, testing.doubt.low",
        "500.0, 600.0, 750.0, ''",
        "500.0, 600.0, 750.1, testing.doubt.apart"
    })
    void readingsFarFromTheGradeOrFromEachOtherAreDoubted(String one, String two, String three, String doubt) {
        List<RuleBroken> doubts = Plausibility.doubts(new RecordForm(DemoTest.concrete(one, two, three)), C30);

        assertThat(doubts)
                .extracting(RuleBroken::code)
                .containsExactlyElementsOf(doubt.isEmpty() ? List.of() : List.of(doubt));
    }

    @Test
    void newtonsWrittenForKilonewtonsAndTheOtherWayRoundAreNoticed() {
        assertThat(Plausibility.doubts(new RecordForm(DemoTest.concrete("787500", "801200", "812600")), C30))
                .hasSize(3);
        assertThat(Plausibility.doubts(new RecordForm(DemoTest.concrete("0.7875", "0.8012", "0.8126")), C30))
                .hasSize(3);
    }

    @Test
    void doubtsStandInTheOrderOfTheForm() {
        TestSubject cement = Findings.subject(TestFamily.of("cement"), "42.5", Map.of());
        RecordForm wrong = new RecordForm(Map.of(
                "compressive", Findings.rows("loadKn", "6800", "68.0"), "flexural", Findings.rows("loadN", "3.4")));

        assertThat(Plausibility.doubts(
                        wrong, TestFamily.of("cement").procedure().expected(wrong, cement)))
                .extracting(doubt -> doubt.field().orElseThrow())
                .startsWith("flexural[0].loadN")
                .contains("compressive[0].loadKn");
    }

    @Test
    void aMassInKilogramsIsNoticed() {
        Map<String, BigDecimal> mass = Map.of("totalMassG", new BigDecimal("6165"));
        assertThat(Plausibility.doubts(new RecordForm(Map.of("totalMassG", "5.95")), mass))
                .singleElement()
                .satisfies(doubt -> assertThat(doubt.field()).hasValue("totalMassG"));
        assertThat(Plausibility.doubts(new RecordForm(Map.of("totalMassG", "5950")), mass))
                .isEmpty();
    }
}
