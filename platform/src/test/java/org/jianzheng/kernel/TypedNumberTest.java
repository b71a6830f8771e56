package org.jianzheng.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is typed is read as what it says, or not at all. */
class TypedNumberTest {

    @ParameterizedTest
    @CsvSource({
        "787.5, 787.5",
        "787。5, 787.5",
        "787｡5, 787.5",
        "７８７．５, 787.5",
        "−５, -5",
        "－0.50, -0.50",
        "＋3, 3",
        "1.200, 1.200",
        "007, 7",
        "'　787.5 ', 787.5",
        "'\u00A0787.5\u2009', 787.5",
        "'\u200B787\u200B.5\uFEFF', 787.5",
    })
    void fullWidthAndInvisibleSignsAreFoldedAndDigitsKept(String typed, String read) {
        assertThat(new TypedNumber(typed).at("loadKn", "荷载")).hasToString(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,200|grouped",
                "1，200|grouped",
                "1、200|grouped",
                "1 200|grouped",
                "1\u00A0200.5|grouped",
                "1'200|grouped",
                "1_000|grouped",
                "25,3|grouped",
                "1e3|exponent",
                "1E-3|exponent",
                "１ｅ３|exponent",
                "1.2×10^3|exponent",
                "1e999999999|exponent",
                "25.3 kN|words",
                "25.3kN|words",
                "25.3℃|words",
                "56％|words",
                "5²|words",
                "½|words",
                "八百|words",
                "8O1.2|words",
                "NaN|words",
                "0x1F|words",
                "٣٤|words",
                "约 25|words",
                "1.2.3|incomplete",
                ".5|incomplete",
                "5.|incomplete",
                "--5|incomplete",
                "5-3|incomplete",
                "-|incomplete",
                "''|incomplete",
                "12345678901234567890123456789012345678901|long",
            })
    void whatCouldBeReadInTwoWaysIsRefusedInWords(String typed, String flaw) {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> new TypedNumber(typed).at("rows[1].loadKn", "荷载"))
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo("kernel.number." + flaw);
                    assertThat(refused.field()).hasValue("rows[1].loadKn");
                    for (Locale language : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
                        assertThat(sentences().getMessage(refused.code(), refused.arguments(), language))
                                .startsWith("荷载")
                                .hasSizeGreaterThan(15);
                    }
                });
    }

    @Test
    void theSentenceSaysWhatToTypeInstead() {
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> new TypedNumber("1,200").at("loadKn", "荷载"))
                .satisfies(refused -> assertThat(
                                sentences().getMessage(refused.code(), refused.arguments(), Locale.CHINESE))
                        .isEqualTo("荷载：“1,200”中有逗号、空格或分隔号，可能读成两个不同的数；请只填数字和小数点，例如 1200 或 1.2"));
    }

    private static ResourceBundleMessageSource sentences() {
        var sentences = new ResourceBundleMessageSource();
        sentences.setBasename("messages.kernel");
        sentences.setDefaultEncoding("UTF-8");
        sentences.setFallbackToSystemLocale(false);
        return sentences;
    }
}
