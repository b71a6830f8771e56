package org.jianzheng.testing.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jianzheng.kernel.StoredJson;
import org.jianzheng.standards.evaluation.Verdict;
import org.junit.jupiter.api.Test;

class SpecimenResultTest {

    /** What results of earlier versions keep, byte by byte. */
    private static final String BAR =
            "{\"kind\":\"tensile\",\"no\":\"BJ01-YP-2026-00001-1\",\"maxForceKn\":\"290.10\",\"rmMpa\":\"591\",\"verdict\":\"PASS\"}";

    private static final String PRISM =
            "{\"kind\":\"flexural\",\"age\":\"3d\",\"no\":\"BJ01-YP-2026-00001-2\",\"loadN\":\"2500\",\"strengthMpa\":\"5.9\"}";

    @Test
    void itIsStoredAsTheRowOfTextsThatItAlwaysWas() {
        SpecimenResult bar = StoredJson.read(BAR, SpecimenResult.class);

        assertThat(bar.kind()).isEqualTo("tensile");
        assertThat(bar.verdict()).isEqualTo(Verdict.PASS);
        assertThat(bar.figures()).containsExactly(Map.entry("maxForceKn", "290.10"), Map.entry("rmMpa", "591"));
        assertThat(StoredJson.write(bar)).isEqualTo(BAR);

        SpecimenResult prism = StoredJson.read(PRISM, SpecimenResult.class);
        assertThat(prism.age()).isEqualTo("3d");
        assertThat(StoredJson.write(prism)).isEqualTo(PRISM);
    }

    @Test
    void aReadingIsStoredWithTheDigitsThatWereTyped() {
        RecordForm typed = new RecordForm(Map.of("loadKn", "787.50"));

        assertThat(StoredJson.write(Calculation.inputs("load", typed.reading("loadKn"))))
                .isEqualTo("{\"load\":\"787.50\"}");
    }
}
