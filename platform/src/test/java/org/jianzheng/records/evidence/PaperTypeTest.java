package org.jianzheng.records.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is, whatever it is called. */
class PaperTypeTest {

    @ParameterizedTest
    @CsvSource({"ffd8ffe000104a46, JPEG", "89504e470d0a1a0a0000, PNG", "255044462d312e37, PDF"})
    void itsFirstBytesTell(String content, PaperType type) {
        assertThat(PaperType.of(HexFormat.of().parseHex(content))).contains(type);
    }

    @Test
    void nothingElseIsTaken() {
        for (String content : new String[] {"", "%PD", "<svg onload=alert(1)>", "MZ", "PK\u0003\u0004", " %PDF-1.7"}) {
            assertThat(PaperType.of(content.getBytes(StandardCharsets.UTF_8)))
                    .as(content)
                    .isEmpty();
        }
    }
}
